// Puts the page together: data, drawing, search, filters, timeline, panel; keys; the address.
import {fill, h, icon_button} from './dom.js';
import {Filters, Legend} from './filters.js';
import {can_draw, GraphView} from './graph_view.js';
import {Model} from './model.js';
import {Panel} from './panel.js';
import {Search} from './search.js';
import {Selection} from './selection.js';
import {data_source} from './source.js';
import {Theme} from './theme.js';
import {Timeline} from './timeline.js';

const KEYS = [
  ['/', 'search'], ['Esc', 'close what is open'], ['F', 'filters'], ['T', 'dark or light'], ['+  −', 'zoom'], ['0', 'the whole graph'],
  ['← ↑ ↓ →', 'move the graph'], ['?', 'this list'],
];

class Page {
  constructor(source) {
    this.source = source;
    this.model = new Model();
    this.theme = new Theme();
  }

  async start() {
    const app = document.getElementById('app');
    fill(app, h('p', {class: 'loading'}, 'Drawing the graph …'));
    this.model.merge(await this.source.first());
    document.title = this.model.title ? `${this.model.title} · entente` : 'entente';
    this.selection = new Selection(this.model);
    this.#frame(app);
    this.panel = new Panel(this.panel_element, this.model, this.selection,
      {select: (id) => this.select(id), select_pair: (a, b) => this.select_pair(a, b), close: () => this.close_panel()});
    this.search = new Search(this.search_element, this.model, this.source, (id) => this.select(id), (text, passages) => this.#read(text, passages));
    this.legend = new Legend(this.legend_element, this.model, this.selection);
    this.filters = new Filters(this.filters_element, this.model, this.selection, () => this.show_filters(false));
    this.timeline = new Timeline(this.timeline_element, this.model, this.selection);
    this.#draw();
    this.legend.draw();
    this.selection.on_change(() => this.#count_filters());
    addEventListener('keydown', (event) => this.#key(event));
    addEventListener('hashchange', () => this.#follow_address());
    this.#follow_address();
  }

  #frame(app) {
    const part = (name, tag = 'div', attributes = {}) => (this[`${name}_element`] = h(tag, {class: name, id: name, ...attributes}));
    this.filter_button = icon_button('filter', 'Filters (F)', () => this.show_filters(this.filters_element.hidden), {'aria-expanded': 'false', 'aria-controls': 'filters'});
    fill(app,
      part('graph', 'main', {tabindex: '0', 'aria-label': 'The graph; arrow keys move it, + and − zoom'}),
      h('header', {class: 'bar'},
        h('button', {type: 'button', class: 'brand', title: 'About this graph', onclick: () => this.select(null, true)}, brand_mark(), h('span', {}, this.model.title || 'entente')),
        part('search', 'div', {role: 'search'}),
        h('nav', {class: 'tools'}, this.filter_button, icon_button('sun', 'Dark or light (T)', () => this.theme.toggle()),
          icon_button('help', 'Keys (?)', () => this.show_help()))),
      h('div', {class: 'zoom'}, icon_button('plus', 'Zoom in (+)', () => this.view?.zoom(0.66)), icon_button('minus', 'Zoom out (−)', () => this.view?.zoom(1.5)),
        icon_button('fit', 'The whole graph (0)', () => this.view?.fit())),
      part('legend'), part('filters', 'aside', {hidden: true, 'aria-label': 'Filters'}),
      part('panel', 'aside', {'aria-label': 'Details', 'aria-live': 'polite'}), part('timeline', 'section', {'aria-label': 'Timeline'}),
      (this.help = h('dialog', {class: 'help'}, h('h2', {}, 'Keys'), h('dl', {}, KEYS.map(([key, words]) => h('div', {}, h('dt', {}, h('kbd', {}, key)), h('dd', {}, words)))),
        h('form', {method: 'dialog'}, h('button', {class: 'reset'}, 'Close')))));
    document.documentElement.classList.toggle('small', matchMedia('(max-width: 760px)').matches);
    this.panel_element.hidden = matchMedia('(max-width: 760px)').matches;
  }

  #draw() {
    if (can_draw()) {
      this.view = new GraphView(this.graph_element, this.model, this.selection, this.theme,
        {select: (id) => this.select(id), select_pair: (a, b) => this.select_pair(a, b)});
    } else {
      fill(this.graph_element, h('p', {class: 'loading'}, 'This browser cannot draw the graph (it has no WebGL). Search and the panels still work.'));
    }
  }

  /** Shows an entity, or with null nothing. */
  async select(id, overview = false) {
    const what = id ? {id} : null;
    this.#choose(what, overview);
    if (!id) return;
    await this.#learn(() => this.source.entity(id), what);
    if (this.panel.what === what) this.view?.go_to(id);
  }

  async select_pair(a, b) {
    const what = {a, b};
    this.#choose(what);
    await this.#learn(() => this.source.pair(a, b), what);
  }

  /** Shows sentences found. */
  #read(text, passages) {
    this.#choose({text, passages});
  }

  #choose(what, overview = false) {
    this.panel.show(what);
    this.panel_element.hidden = what === null && !overview && matchMedia('(max-width: 760px)').matches;
    document.body.classList.toggle('with-panel', !this.panel_element.hidden);
    this.view?.choose(what);
    const address = what?.id ? `#${encodeURI(what.id)}` : what?.a ? `#${encodeURI(what.a)}&${encodeURI(what.b)}` : '#';
    if (location.hash !== address && (address !== '#' || location.hash)) history.replaceState(null, '', address === '#' ? location.pathname + location.search : address);
  }

  /** Asks the source, where it has more to tell than the page knows. */
  async #learn(ask, what) {
    try {
      const fragment = await ask();
      if (!fragment) return;
      this.model.merge(fragment);
      this.selection.cache = null;
      this.view?.add_new();
      this.timeline.draw();
      this.legend.draw();
      this.filters.draw();
      if (this.panel.what === what) this.panel.show(what, false);
    } catch (error) {
      this.panel_element.append(h('p', {class: 'note', role: 'alert'}, `The server did not answer: ${error.message}`));
    }
  }

  close_panel() {
    this.#choose(null);
    this.panel_element.hidden = true;
    document.body.classList.remove('with-panel');
  }

  show_filters(shown) {
    this.filters_element.hidden = !shown;
    this.filter_button.setAttribute('aria-expanded', String(shown));
    if (shown) this.filters_element.querySelector('button')?.focus();
  }

  show_help() {
    this.help.showModal();
  }

  #count_filters() {
    this.filter_button.dataset.count = this.selection.count || '';
  }

  #follow_address() {
    const ids = location.hash.slice(1).split('&').map((id) => {
      try {
        return decodeURI(id);
      } catch {
        return '';
      }
    });
    if (ids.length === 2 && ids.every((id) => this.model.entities.has(id))) {
      this.select_pair(ids[0], ids[1]);
    } else if (ids[0]) {
      this.select(ids[0]);
    } else {
      this.#choose(null, !matchMedia('(max-width: 760px)').matches);
    }
  }

  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || this.help.open) return;
    if (event.key === 'Escape') {
      if (!this.filters_element.hidden) {
        this.show_filters(false);
        this.filter_button.focus();
      } else {
        this.close_panel();
      }
      return;
    }
    if (event.target.closest('input, select, textarea')) return;
    const moves = {ArrowLeft: [-0.1, 0], ArrowRight: [0.1, 0], ArrowUp: [0, 0.1], ArrowDown: [0, -0.1]};
    const does = {
      '/': () => this.search.focus(), f: () => this.show_filters(this.filters_element.hidden), t: () => this.theme.toggle(),
      '+': () => this.view?.zoom(0.66), '=': () => this.view?.zoom(0.66), '-': () => this.view?.zoom(1.5), 0: () => this.view?.fit(), '?': () => this.show_help(),
    }[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (does) {
      event.preventDefault();
      does();
    } else if (moves[event.key] && !event.target.closest('aside')) {
      event.preventDefault();
      this.view?.pan(...moves[event.key]);
    }
  }
}

function brand_mark() {
  return h('svg', {viewBox: '0 0 32 32', class: 'mark', 'aria-hidden': 'true'},
    h('path', {d: 'M8 23 16 8l9 13z'}), h('circle', {cx: 16, cy: 8, r: 5, class: 'country'}), h('circle', {cx: 8, cy: 23, r: 5, class: 'person'}),
    h('circle', {cx: 25, cy: 21, r: 4, class: 'organisation'}));
}

async function start() {
  const page = new Page(data_source());
  await page.start();
  document.documentElement.dataset.ready = 'true';
  return page;
}

start().catch((error) => {
  console.error(error);
  fill(document.getElementById('app'), h('p', {class: 'loading', role: 'alert'}, `The page cannot be shown: ${error.message}`));
});
