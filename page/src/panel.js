// What the page tells of the whole graph, of an entity (a dossier), and of two and what passed between them.
import {dealings_chart} from './chart.js';
import {fill, h, icon_button} from './dom.js';
import {summed} from './model.js';
import {TieViews, statement_view} from './statements.js';
import {capital, counted, number_words, ONE, span_words} from './words.js';

const OPEN = 8;
const FIRST = 12;

/** Dates, newest first; then the most reported. */
const latest = (a, b) => (b.begin || 0) - (a.begin || 0) || b.weight - a.weight || (a.id < b.id ? -1 : 1);
const strongest = (a, b) => b.weight - a.weight || b.confidence - a.confidence || (a.id < b.id ? -1 : 1);

export class Panel {
  /** `on`: {select(id), select_pair(a, b), close()} */
  constructor(container, model, selection, on) {
    Object.assign(this, {container, model, selection, on});
    this.ties = new TieViews(model, on.select);
    this.what = null;
    selection.on_change(() => this.show(this.what, false));
  }

  /** `what`: {id}, {a, b}, {text, passages}, or null for the whole. */
  show(what, anew = true) {
    this.what = what;
    const content = what?.id ? this.#dossier(this.model.entities.get(what.id)) : what?.a ? this.#pair(what) : what?.passages ? this.#passages(what) : this.#overview();
    const scrolled = this.container.scrollTop;
    fill(this.container, content);
    this.container.scrollTop = anew ? 0 : scrolled;
    this.container.dataset.about = what?.id ? 'entity' : what?.a ? 'pair' : 'all';
  }

  #head(title, below, kind) {
    return h('header', {class: 'panel-head'},
      h('div', {}, kind && h('span', {class: `chip kind-${kind}`}, h('i'), below), h('h2', {dir: 'auto', tabindex: '-1'}, title)),
      icon_button('close', 'Close (Escape)', () => this.on.close()));
  }

  #overview() {
    const totals = {articles: this.model.articles.size, ...this.model.totals};
    const facts = [['articles', 'article'], ['entities', 'entity', 'entities'], ['relations', 'relation'], ['events', 'event']];
    const most = [...this.model.entities.values()].filter((entity) => this.selection.shows_entity(entity) && entity.x !== undefined)
      .sort((a, b) => b.articles - a.articles || (a.id < b.id ? -1 : 1)).slice(0, 8);
    const busiest = [...this.model.pairs.values()].map((pair) => ({pair, sum: summed(this.selection.ties_of(pair))}))
      .filter(({sum}) => sum.events > 0).sort((a, b) => b.sum.events - a.sum.events || b.sum.weight - a.sum.weight || (a.pair.key < b.pair.key ? -1 : 1)).slice(0, 6);
    return [
      h('header', {class: 'panel-head'}, h('div', {}, h('h2', {tabindex: '-1'}, 'Who deals with whom'),
        h('p', {class: 'lead'}, 'Drawn from news articles. Click a name or a line: every tie has the sentence that says so.')),
      icon_button('close', 'Close', () => this.on.close())),
      h('dl', {class: 'facts'}, facts.filter(([key]) => totals[key] !== undefined).map(([key, one, many]) =>
        h('div', {}, h('dt', {}, totals[key] === 1 ? one : many ?? one + 's'), h('dd', {}, number_words(totals[key]))))),
      this.model.note && h('p', {class: 'note'}, this.model.note),
      most.length === 0 ? h('p', {class: 'note'}, 'No two names are tied here: the graph is empty, or filters leave nothing of it.') : h('h3', {}, 'Most spoken of'),
      h('ul', {class: 'plain'}, most.map((entity) => h('li', {class: 'row'}, this.ties.name(entity.id),
        h('span', {class: 'figure'}, counted(entity.articles, 'article'))))),
      busiest.length > 0 && h('h3', {}, 'Most happened between'),
      h('ul', {class: 'plain'}, busiest.map(({pair, sum}) => this.#pair_row(pair, sum, [pair.a, pair.b]))),
    ];
  }

  /** A line that leads to a pair, with how much of it is cooperation and conflict. */
  #pair_row(pair, sum, names) {
    const words = names.map((id) => this.model.entities.get(id)?.name ?? id).join(' – ');
    const share = (part) => `${(100 * part) / Math.max(sum.cooperation + sum.conflict, 1)}%`;
    return h('li', {}, h('button', {type: 'button', class: 'pair-row', onclick: () => this.on.select_pair(pair.a, pair.b)},
      h('span', {dir: 'auto'}, words),
      h('span', {class: 'figure'}, sum.events > 0 ? counted(sum.events, 'event') : counted(sum.relations, 'tie')),
      h('span', {class: 'balance', '--coop': share(sum.cooperation), '--conf': share(sum.conflict)}, h('i'), h('i'))));
  }

  #dossier(entity) {
    if (!entity) return this.#overview();
    const shown = entity.ties.filter((tie) => this.selection.shows(tie));
    const relations = shown.filter((tie) => tie.family === 'relation').sort(strongest);
    const events = shown.filter((tie) => tie.family === 'event').sort(latest);
    const partners = [...entity.neighbours].map(([id, pair]) => ({id, pair, sum: summed(this.selection.ties_of(pair))}))
      .filter(({sum}) => sum.weight > 0).sort((a, b) => b.sum.weight - a.sum.weight || (a.id < b.id ? -1 : 1));
    const kind = [entity.type && entity.type !== 'other' ? entity.type.replaceAll('_', ' ') : ONE[entity.kind], entity.country]
      .filter(Boolean).join(', ');
    const chart = dealings_chart(events, `Events of ${entity.name} over time`);
    return [
      this.#head(entity.name, capital(kind), entity.kind),
      h('p', {class: 'lead'}, `In ${counted(entity.articles, 'article')}, ${span_words(entity.first, entity.last)}. `,
        entity.aliases?.length > 0 && h('span', {dir: 'auto'}, `Also: ${entity.aliases.slice(0, 6).join(', ')}${entity.aliases.length > 6 ? ' …' : ''}. `),
        entity.wikidata && h('a', {href: `https://www.wikidata.org/wiki/${encodeURIComponent(entity.wikidata)}`, target: '_blank', rel: 'noopener noreferrer'}, 'Wikidata')),
      chart,
      partners.length > 0 && section('Deals with', partners, 6, ({id, pair, sum}) => this.#pair_row(pair, sum, [id]), 'ul', 'plain'),
      relations.length > 0 && section('Ties', relations, FIRST, (tie, i) => this.ties.tie(tie, i < OPEN), 'ul', 'ties'),
      events.length > 0 && section('Latest events', events, FIRST, (tie, i) => this.ties.tie(tie, i < OPEN), 'ul', 'ties'),
      entity.said?.length > 0 && section('In the text', entity.said, FIRST, (statement) => h('li', {}, statement_view(statement)), 'ul', 'ties'),
      this.#nothing(shown.length, entity.ties.length),
    ];
  }

  #pair({a, b}) {
    const pair = this.model.pair(a, b);
    const [first, second] = [this.model.entities.get(a), this.model.entities.get(b)];
    const shown = pair ? this.selection.ties_of(pair) : [];
    const sum = summed(shown);
    const events = shown.filter((tie) => tie.family === 'event').sort(latest);
    const relations = shown.filter((tie) => tie.family === 'relation').sort(strongest);
    return [
      h('header', {class: 'panel-head'},
        h('div', {}, h('span', {class: 'chip'}, 'between'),
          h('h2', {tabindex: '-1'}, this.ties.name(first?.id ?? a), h('span', {class: 'and'}, ' and '), this.ties.name(second?.id ?? b))),
        icon_button('close', 'Close (Escape)', () => this.on.close())),
      h('p', {class: 'lead'}, [sum.events && counted(sum.events, 'event'), sum.events && `${sum.cooperation} of cooperation, ${sum.conflict} of conflict`,
        sum.relations && counted(sum.relations, 'lasting tie')].filter(Boolean).join(' · ') || 'No tie is shown.'),
      dealings_chart(events, `Events between ${first?.name} and ${second?.name} over time`),
      relations.length > 0 && section('Ties', relations, FIRST, (tie) => this.ties.tie(tie, true), 'ul', 'ties'),
      events.length > 0 && section('Events, latest first', events, FIRST, (tie, i) => this.ties.tie(tie, i < OPEN), 'ul', 'ties'),
      this.#nothing(shown.length, pair?.ties.length ?? 0),
    ];
  }

  #passages({text, passages}) {
    const statements = passages.map(({text: sentence, article, ...rest}) => ({text: sentence, begin: 0, end: 0, article: {id: article, ...rest}}));
    return [
      this.#head(`“${text}”`),
      h('p', {class: 'lead'}, passages.length > 0 ? 'Sentences of all articles, the best first.' : 'No sentence holds these words.'),
      h('ul', {class: 'ties'}, statements.map((statement) => h('li', {class: 'tie'}, statement_view(statement)))),
    ];
  }

  #nothing(shown, all) {
    const hidden = all - shown;
    return hidden > 0 && h('p', {class: 'note'}, `${counted(hidden, 'tie')} not shown because of filters or the chosen days.`);
  }
}

/** A heading and a list whose end is unfolded by a button. */
function section(title, items, first, view, tag, name) {
  const list = h(tag, {class: name}, items.slice(0, first).map(view));
  const rest = items.length - first;
  const more = rest > 0 && h('button', {type: 'button', class: 'more', onclick: () => {
    list.append(...items.slice(first).map((item, i) => view(item, first + i)));
    more.remove();
  }}, `Show ${number_words(rest)} more`);
  return h('section', {}, h('h3', {}, title, h('span', {class: 'figure'}, number_words(items.length))), list, more);
}
