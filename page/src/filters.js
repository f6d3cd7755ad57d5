// The legend, which switches kinds on and off, and the other filters.
import {fill, h, icon_button} from './dom.js';
import {counted, KINDS, QUADS, type_name} from './words.js';

/** Colours in words; a click switches a kind off or on. */
export class Legend {
  constructor(container, model, selection) {
    Object.assign(this, {container, model, selection});
    selection.on_change(() => this.draw());
    this.draw();
  }

  draw() {
    const present = new Set();
    for (const entity of this.model.entities.values()) if (entity.x !== undefined) present.add(entity.kind);
    const kinds = Object.keys(KINDS).filter((kind) => present.has(kind)).map((kind) =>
      h('button', {
        type: 'button', class: `legend-kind kind-${kind}`, 'aria-pressed': String(!this.selection.kinds_off.has(kind)),
        title: 'Show or hide', onclick: () => this.selection.toggle(this.selection.kinds_off, kind),
      }, h('i'), KINDS[kind]));
    const lines = [['cooperation', 'cooperation'], ['mixed', 'both'], ['conflict', 'conflict'], ['tie', 'lasting tie']];
    fill(this.container, h('div', {class: 'legend-row'}, kinds),
      h('div', {class: 'legend-row lines'}, lines.map(([tone, words]) => h('span', {}, h('i', {class: `line line-${tone}`}), words))));
  }
}

export class Filters {
  constructor(container, model, selection, close) {
    Object.assign(this, {container, model, selection, close});
    selection.on_change(() => this.#update());
    this.draw();
  }

  /** Draws all anew, as the graph has grown. */
  draw() {
    const {selection} = this;
    const checks = (title, items) => items.length > 0 && h('fieldset', {}, h('legend', {}, title), items);
    fill(this.container,
      h('header', {class: 'panel-head'}, h('h2', {}, 'Filters'), icon_button('close', 'Close filters', this.close)),
      checks('Kinds', this.#present_kinds().map(([kind, count]) => this.#check(selection.kinds_off, kind, KINDS[kind] ?? kind, count, `kind-${kind}`))),
      checks('What passed between them', Object.entries(QUADS).map(([quad, words]) => this.#check(selection.quads_off, Number(quad), words, this.#quad_count(quad), `quad-${quad}`))),
      this.#range('Confidence of at least', 'confidence', 0, 0.95, 0.05, (v) => `${Math.round(v * 100)} %`),
      this.#range('Stated by at least', 'weight', 1, Math.max(2, Math.min(20, this.#most_weight())), 1, (v) => counted(v, 'story', 'stories')),
      checks('Kinds of events', this.#types('event')),
      checks('Kinds of ties', this.#types('relation')),
      h('button', {type: 'button', class: 'reset', onclick: () => {
        selection.reset();
        this.draw();
      }}, 'Show everything'));
    this.#update();
  }

  #present_kinds() {
    const counts = new Map();
    for (const {kind, x} of this.model.entities.values()) if (x !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return Object.keys(KINDS).filter((kind) => counts.has(kind)).map((kind) => [kind, counts.get(kind)]);
  }

  #quad_count(quad) {
    let count = 0;
    for (const tie of this.model.ties.values()) count += tie.family === 'event' && tie.quad === Number(quad);
    return count;
  }

  #most_weight() {
    let most = 1;
    for (const tie of this.model.ties.values()) most = Math.max(most, tie.weight);
    return most;
  }

  #types(family) {
    const counts = new Map();
    for (const tie of this.model.ties.values()) if (tie.family === family) counts.set(tie.type, (counts.get(tie.type) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([type, count]) => this.#check(this.selection.types_off, `${family}:${type}`, type_name(family, type), count));
  }

  #check(set, value, words, count, style = '') {
    const input = h('input', {type: 'checkbox', checked: !set.has(value), onchange: () => this.selection.toggle(set, value)});
    input.sync = () => {
      input.checked = !set.has(value);
    };
    return h('label', {class: `check ${style}`}, input, style && h('i'), h('span', {}, words), h('span', {class: 'figure'}, count));
  }

  #range(title, name, least, most, step, words) {
    const output = h('output', {});
    const input = h('input', {type: 'range', min: least, max: most, step, 'aria-label': title, oninput: () => this.selection.set({[name]: Number(input.value)})});
    input.sync = () => {
      input.value = this.selection[name];
      output.textContent = words(this.selection[name]);
    };
    return h('fieldset', {class: 'range'}, h('legend', {}, title, ' ', output), input);
  }

  #update() {
    for (const input of this.container.querySelectorAll('input')) input.sync?.();
  }
}
