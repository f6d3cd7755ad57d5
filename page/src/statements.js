// Ties in words, each with the sentences that say so.
import {h} from './dom.js';
import {date_words, joint_phrase, tie_phrase} from './words.js';

/** The sentence with the words that say so marked. Offsets count code points. */
function marked(statement) {
  const letters = [...statement.text];
  const [begin, end] = [Math.max(statement.begin, 0), Math.min(statement.end, letters.length)];
  if (begin >= end || (begin === 0 && end === letters.length)) return [h('mark', {class: 'whole'}, statement.text)];
  return [letters.slice(0, begin).join(''), h('mark', {}, letters.slice(begin, end).join('')), letters.slice(end).join('')];
}

const is_web = (url) => /^https?:\/\//i.test(url ?? '');

export function statement_view(statement) {
  const {article} = statement;
  const title = article.title || article.id;
  return h('blockquote', {class: 'statement'},
    h('p', {dir: 'auto'}, marked(statement)),
    h('footer', {},
      is_web(article.url) ? h('a', {href: article.url, target: '_blank', rel: 'noopener noreferrer', dir: 'auto'}, title) : h('span', {dir: 'auto'}, title),
      article.source && h('span', {}, article.source),
      article.published && h('time', {datetime: article.published}, date_words(article.published))));
}

export class TieViews {
  /** `select(id)` is called for a click on a name. */
  constructor(model, select) {
    Object.assign(this, {model, select});
  }

  name(id) {
    const entity = this.model.entities.get(id);
    const words = entity?.name ?? id;
    return h('button', {type: 'button', class: `name kind-${entity?.kind ?? 'none'}`, dir: 'auto', onclick: () => this.select(id)}, words);
  }

  names(ids) {
    return ids.flatMap((id, i) => [i === 0 ? '' : i === ids.length - 1 ? ' and ' : ', ', this.name(id)]);
  }

  /** A line such as "Russia attacks Ukraine", its date and weight, and its sentences, the first few unfolded. */
  tie(tie, open) {
    const several = tie.targets.length === 0;
    const shown = tie.evidence ?? [];
    const body = h('div', {class: 'statements'}, shown.slice(0, 1).map(statement_view),
      shown.length > 1 && h('details', {}, h('summary', {}, `${shown.length - 1} more`), shown.slice(1).map(statement_view)));
    return h('li', {class: `tie tone-${tie.family === 'event' ? tie.quad : 0}`},
      h('div', {class: 'tie-head'},
        h('span', {class: 'tie-words'}, this.names(tie.sources), ' ', h('b', {}, several ? joint_phrase(tie) : tie_phrase(tie)), several ? '' : ' ',
          this.names(tie.targets), tie.role && h('span', {class: 'role'}, ` (${tie.role})`)),
        h('span', {class: 'tie-date'}, this.#when(tie))),
      this.#notes(tie),
      shown.length > 0 && (open ? body : h('details', {}, h('summary', {}, 'the sentence'), body)));
  }

  #when(tie) {
    if (tie.family === 'event') return date_words(tie.date, true);
    if (tie.start || tie.end) return `${date_words(tie.start, true) || '…'} – ${date_words(tie.end, true) || '…'}`;
    return '';
  }

  #notes(tie) {
    const notes = [];
    if (tie.modality && tie.modality !== 'actual') notes.push(tie.modality);
    if (tie.place) notes.push(`in ${tie.place}`);
    if (tie.denied_by) notes.push(`denied by ${tie.denied_by}`);
    if (tie.articles > 1) notes.push(`${tie.articles} articles`);
    if (tie.weight < tie.articles) notes.push(tie.weight > 1 ? `${tie.weight} independent stories` : 'one story');
    if (tie.confidence < 0.5) notes.push(`unsure (${Math.round(tie.confidence * 100)} %)`);
    return notes.length > 0 && h('div', {class: 'notes'}, notes.join(' · '));
  }
}
