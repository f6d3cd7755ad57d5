// The search field: suggestions by name as one types, chosen by mouse or arrow keys.
import {fill, h, icon} from './dom.js';
import {counted, folded, KINDS} from './words.js';

const MOST = 8;

/** Names of an entity that fit, how well: 0 begins with it, 1 a word of it does, 2 holds it; null for none. */
function fit(entity, text) {
  let best = null;
  for (const name of entity.folded) {
    const at = name.indexOf(text);
    if (at < 0) continue;
    const rank = at === 0 ? 0 : /[\s\-'’.(]/.test(name[at - 1]) ? 1 : 2;
    if (best === null || rank < best) best = rank;
  }
  return best;
}

export class Search {
  /** `choose(id)` is called with an entity, `read(text, passages)` with sentences that hold the words. */
  constructor(container, model, source, choose, read) {
    Object.assign(this, {model, source, choose, read});
    this.list = h('ul', {id: 'suggestions', role: 'listbox', class: 'suggestions', hidden: true, 'aria-label': 'Suggestions'});
    this.input = h('input', {
      type: 'search', placeholder: 'Search people, countries, organisations', 'aria-label': 'Search', role: 'combobox',
      'aria-controls': 'suggestions', 'aria-expanded': 'false', 'aria-autocomplete': 'list', autocomplete: 'off', spellcheck: 'false',
      oninput: () => this.#suggest(), onkeydown: (event) => this.#key(event), onfocus: () => this.#suggest(),
      onblur: () => setTimeout(() => this.#close(), 150),
    });
    fill(container, icon('search'), this.input, h('kbd', {'aria-hidden': 'true'}, '/'), this.list);
    this.active = -1;
  }

  focus() {
    this.input.focus();
    this.input.select();
  }

  async #suggest() {
    const text = folded(this.input.value.trim());
    if (text === '') return this.#close();
    this.#show(this.#found(text));
    const answer = await this.source.search(this.input.value.trim()).catch(() => null);
    if (answer && folded(this.input.value.trim()) === text) this.#show(answer.entities);
  }

  #found(text) {
    const found = [];
    for (const entity of this.model.entities.values()) {
      entity.folded ??= [entity.name, ...(entity.aliases ?? []), entity.country && entity.kind === 'country' ? entity.country : ''].filter(Boolean).map(folded);
      const rank = fit(entity, text);
      if (rank !== null) found.push({entity, rank});
    }
    found.sort((a, b) => a.rank - b.rank || b.entity.articles - a.entity.articles || (a.entity.id < b.entity.id ? -1 : 1));
    return found.slice(0, MOST).map(({entity}) => entity);
  }

  #show(entities) {
    this.shown = entities;
    this.active = entities.length > 0 || this.source.searches_text ? 0 : -1;
    const views = entities.map((entity, i) => h('li', {
      id: `suggestion-${i}`, role: 'option', class: `kind-${entity.kind}`, onpointerdown: (event) => event.preventDefault(), onclick: () => this.#take(i),
    }, h('i'), h('span', {dir: 'auto'}, entity.name), h('span', {class: 'figure'}, counted(entity.articles, 'article'), h('span', {class: 'sr'}, ` ${KINDS[entity.kind] ?? ''}`))));
    if (this.source.searches_text) views.push(this.#text_option(entities.length));
    fill(this.list, views.length > 0 ? views : h('li', {class: 'none', role: 'option', 'aria-disabled': 'true'}, 'Nothing by that name'));
    this.list.hidden = false;
    this.input.setAttribute('aria-expanded', 'true');
    this.#mark();
  }

  #text_option(at) {
    return h('li', {id: `suggestion-${at}`, role: 'option', class: 'text', onpointerdown: (event) => event.preventDefault(), onclick: () => this.#take(at)},
      icon('search'), h('span', {dir: 'auto'}, `Sentences with “${this.input.value.trim()}”`));
  }

  #mark() {
    [...this.list.children].forEach((item, i) => item.setAttribute('aria-selected', String(i === this.active)));
    this.input.setAttribute('aria-activedescendant', this.active >= 0 ? `suggestion-${this.active}` : '');
    this.list.children[this.active]?.scrollIntoView({block: 'nearest'});
  }

  #key(event) {
    const count = (this.shown?.length ?? 0) + this.source.searches_text;
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.#close();
      this.input.blur();
    } else if (event.key === 'Enter' && this.active >= 0 && !this.list.hidden) {
      this.#take(this.active);
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && count > 0) {
      event.preventDefault();
      this.active = (this.active + (event.key === 'ArrowDown' ? 1 : count - 1)) % count;
      this.#mark();
    }
  }

  async #take(i) {
    const entity = this.shown[i];
    const text = this.input.value.trim();
    this.#close();
    this.input.value = '';
    this.input.blur();
    if (entity) return this.choose(entity.id);
    const answer = await this.source.search(text);
    return this.read(text, answer.passages);
  }

  #close() {
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
  }
}
