// The drawing: sigma.js over a graphology graph whose edges are pairs of entities.
import {UndirectedGraph} from 'graphology';
import Sigma from 'sigma';

import {summed, tone_of} from './model.js';

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';

/** Whether this browser can draw at all. */
export function can_draw() {
  return Boolean(document.createElement('canvas').getContext('webgl2'));
}

export const radius_of = (articles) => 2 * Math.sqrt(Math.max(articles ?? 1, 1));

/** A colour between two, "#rrggbb": so much of the second. */
function mixed(first, second, share) {
  const parts = (colour) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const [a, b] = [parts(first), parts(second)];
  return `#${a.map((part, i) => Math.round(part + (b[i] - part) * share).toString(16).padStart(2, '0')).join('')}`;
}

const LARGE = 12000;  // nodes and edges
const NEAR = 0.4;     // camera ratio

const label_size = (radius) => Math.max(11, Math.min(10 + radius * 0.28, 19));
const label_font = (radius, settings) => `${radius > 14 ? 650 : settings.labelWeight} ${label_size(radius)}px ${settings.labelFont}`;

export class GraphView {
  /** `on.select(id or null)`, `on.select_pair(a, b)` are called for clicks. */
  constructor(container, model, selection, theme, on) {
    Object.assign(this, {container, model, selection, theme, on});
    this.graph = new UndirectedGraph();
    this.selected = null;  // {id} or {a, b}
    this.hovered = null;
    this.labels = [];
    this.add_new();
    this.#compute();
    this.large = this.graph.order + this.graph.size > LARGE;
    this.picking_edges = !this.large;
    this.sigma = new Sigma(this.graph, container, this.#settings());
    this.#fit_sizes();
    this.#listen();
    selection.on_change(() => this.refresh());
    theme.on_change(() => this.refresh());
  }

  /** Takes over what the model has learnt. */
  add_new() {
    this.model.place_new();
    for (const entity of this.model.entities.values()) {
      if (entity.x === undefined) continue;
      if (!this.graph.hasNode(entity.id)) {
        this.graph.addNode(entity.id, {x: entity.x, y: entity.y, size: 3, label: entity.name, kind: entity.kind});
      }
    }
    for (const pair of this.model.pairs.values()) {
      if (this.graph.hasNode(pair.a) && this.graph.hasNode(pair.b) && !this.graph.hasEdge(pair.key)) {
        this.graph.addEdgeWithKey(pair.key, pair.a, pair.b, {size: 1});
      }
    }
    if (this.sigma) {
      this.#fit_sizes();
      this.refresh();
    }
  }

  /** Says what is chosen: {id}, {a, b} or null; the rest steps back. */
  choose(what) {
    this.selected = what;
    this.refresh();
  }

  /** Shows again after a change of what is selected. */
  refresh() {
    this.#compute();
    this.sigma?.refresh();
  }

  /** Moves the view so that a node is in the middle of what is not covered. */
  go_to(id) {
    const at = this.sigma.getNodeDisplayData(id);
    if (!at) return;
    const camera = this.sigma.getCamera();
    const ratio = Math.min(camera.ratio, 0.45);
    camera.animate({x: at.x, y: at.y, ratio}, {duration: this.#duration()});
  }

  zoom(factor) {
    const camera = this.sigma.getCamera();
    camera.animate({ratio: camera.getBoundedRatio(camera.ratio * factor)}, {duration: this.#duration() / 2});
  }

  pan(x, y) {
    const camera = this.sigma.getCamera();
    camera.animate({x: camera.x + x * camera.ratio, y: camera.y + y * camera.ratio}, {duration: this.#duration() / 3});
  }

  fit() {
    this.sigma.getCamera().animate({x: 0.5, y: 0.5, ratio: 1, angle: 0}, {duration: this.#duration()});
  }

  #duration() {
    return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 450;
  }

  #settings() {
    return {
      allowInvalidContainer: true,
      enableEdgeEvents: this.picking_edges,
      hideEdgesOnMove: this.graph.size > 60000,
      labelFont: FONT,
      labelWeight: '500',
      labelDensity: 1.2,
      labelGridCellSize: 78,
      labelRenderedSizeThreshold: 3.4,
      minEdgeThickness: 1.4,
      minCameraRatio: 0.01,
      maxCameraRatio: 4,
      stagePadding: 24,
      zIndex: true,
      zoomToSizeRatioFunction: (ratio) => Math.sqrt(ratio),
      nodeReducer: (id, data) => this.#node(id, data),
      edgeReducer: (key, data) => this.#edge(key, data),
      defaultDrawNodeLabel: (context, data, settings) => data.label && this.labels.push({context, data: {...data}, settings}),
      defaultDrawNodeHover: (context, data, settings) => this.#draw_hover(context, data, settings),
    };
  }

  #listen() {
    const {sigma} = this;
    sigma.on('clickNode', ({node}) => this.on.select(node));
    sigma.on('clickEdge', ({edge}) => {
      const pair = this.model.pairs.get(edge);
      this.on.select_pair(pair.a, pair.b);
    });
    sigma.on('clickStage', () => this.on.select(null));
    sigma.on('enterNode', ({node}) => this.#hover({id: node}));
    sigma.on('leaveNode', () => this.#hover(null));
    sigma.on('enterEdge', ({edge}) => this.#hover({edge}));
    sigma.on('leaveEdge', () => this.#hover(null));
    sigma.getCamera().on('updated', () => this.#pick_edges());
    sigma.getMouseCaptor().on('mousedown', () => (this.dragging = true));
    sigma.getMouseCaptor().on('mouseup', () => (this.dragging = false));
    sigma.on('resize', () => this.#fit_sizes());
    sigma.on('beforeRender', () => (this.labels = []));
    sigma.on('afterRender', () => this.#draw_labels());
  }

  /** Points out what the mouse is over; the rest steps back, but in a large graph, where that would take too long. */
  #hover(what) {
    if (this.dragging) return;
    const before = this.hovered;
    this.hovered = what;
    this.container.classList.toggle('pointing', what !== null);
    if (this.large) {
      const changed = [before?.edge, what?.edge].filter((key) => key && this.graph.hasEdge(key));
      this.sigma.refresh({skipIndexation: true, partialGraph: {nodes: [], edges: changed}});
    } else {
      this.sigma.refresh({skipIndexation: true});
    }
  }

  /** In a large graph lines can be pointed at from near only: seen from afar they lie upon each other. */
  #pick_edges() {
    const wanted = !this.large || this.sigma.getCamera().ratio < NEAR;
    if (wanted !== this.picking_edges) {
      this.picking_edges = wanted;
      this.sigma.setSetting('enableEdgeEvents', wanted);
    }
  }

  /** Sizes in pixels, so that at first sight discs are as large as the layout left room for. */
  #fit_sizes() {
    const {width, height} = this.sigma.getDimensions();
    let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
    this.graph.forEachNode((_, {x, y}) => {
      left = Math.min(left, x);
      right = Math.max(right, x);
      low = Math.min(low, y);
      high = Math.max(high, y);
    });
    const scale = Math.min(Math.max(width - 48, 1) / Math.max(right - left, 1), Math.max(height - 48, 1) / Math.max(high - low, 1));
    const least = this.graph.order > 2000 ? 1.2 : 2.6;
    this.graph.updateEachNodeAttributes((id, attributes) => {
      attributes.size = Math.max(radius_of(this.model.entities.get(id).articles) * Math.min(scale, 3), least);
      return attributes;
    }, {attributes: ['size']});
    this.refresh();
  }

  /** What is visible, once for all reducers. */
  #compute() {
    this.visible_pairs = new Map();
    this.tied = new Set();
    for (const pair of this.model.pairs.values()) {
      const ties = this.selection.ties_of(pair);
      if (ties.length === 0) continue;
      const sum = summed(ties);
      this.visible_pairs.set(pair.key, {tone: tone_of(sum), size: Math.min(0.9 + 0.75 * Math.log2(sum.weight), 6)});
      this.tied.add(pair.a);
      this.tied.add(pair.b);
    }
    const colours = ['country', 'organisation', 'person', 'place', 'event'];
    this.node_colours = Object.fromEntries(colours.map((kind) => [kind, this.theme.colour(`--${kind}`)]));
    this.edge_colours = Object.fromEntries(['tie', 'cooperation', 'conflict', 'mixed'].map((tone) => [tone, this.theme.colour(`--edge-${tone}`)]));
    this.strong_colours = Object.fromEntries(['tie', 'cooperation', 'conflict', 'mixed'].map((tone) => [tone, this.theme.colour(`--strong-${tone}`)]));
    this.inks = Object.fromEntries(['text', 'halo', 'ring'].map((name) => [name, this.theme.colour(`--${name}`)]));
    const back = this.theme.colour('--faint-node');
    this.faint_nodes = Object.fromEntries(colours.map((kind) => [kind, mixed(this.node_colours[kind], back, 0.82)]));
    this.faint_edge = this.theme.colour('--faint-edge');
  }

  /** Whom the attention is on: the hovered one, else the chosen; null for nobody. */
  #focus() {
    if (this.hovered?.id && !this.large) return {centre: this.hovered.id};
    if (this.hovered?.edge && !this.large) return {pair: this.hovered.edge};
    if (this.selected?.id) return {centre: this.selected.id};
    if (this.selected?.a) return {pair: this.model.pair(this.selected.a, this.selected.b)?.key};
    return null;
  }

  #node(id, data) {
    const entity = this.model.entities.get(id);
    if (!this.tied.has(id) || !this.selection.shows_entity(entity)) return {...data, hidden: true};
    const result = {...data, color: this.node_colours[entity.kind] ?? this.node_colours.event, zIndex: 1};
    const focus = this.#focus();
    if (!focus) return result;
    const pair = focus.pair && this.model.pairs.get(focus.pair);
    const chosen = focus.centre === id || pair?.a === id || pair?.b === id;
    const near = focus.centre !== undefined && this.visible_pairs.has(entity.neighbours.get(focus.centre)?.key);
    if (chosen) return {...result, highlighted: true, forceLabel: true, zIndex: 3};
    if (near) return {...result, zIndex: 2, forceLabel: this.#few_neighbours(focus.centre)};
    return {...result, color: this.faint_nodes[entity.kind] ?? this.faint_nodes.event, label: null, zIndex: 0};
  }

  #few_neighbours(id) {
    return (this.model.entities.get(id)?.neighbours.size ?? 0) <= 14;
  }

  #edge(key, data) {
    const visible = this.visible_pairs.get(key);
    if (!visible) return {...data, hidden: true};
    const focus = this.#focus();
    if (this.hovered?.edge === key) return {...data, color: this.strong_colours[visible.tone], size: visible.size + 1.5, zIndex: 2};
    const result = {...data, size: visible.size, color: this.edge_colours[visible.tone], zIndex: 1};
    if (!focus) return result;
    const pair = this.model.pairs.get(key);
    const chosen = focus.pair === key || pair.a === focus.centre || pair.b === focus.centre;
    if (chosen) return {...result, color: this.strong_colours[visible.tone], size: visible.size + 0.6, zIndex: 2};
    return {...result, color: this.faint_edge, size: 0.6, zIndex: 0};
  }

  /** Draws the labels that sigma would draw, the largest first, but none over another or over a larger disc. */
  #draw_labels() {
    const taken = [];
    const free = (box) => taken.every((other) => box.right <= other.left || other.right <= box.left || box.bottom <= other.top || other.bottom <= box.top);
    for (const {context, data, settings} of this.labels.sort((a, b) => b.data.size - a.data.size)) {
      const {x, y, size: radius} = data;
      const size = label_size(radius);
      context.font = label_font(radius, settings);
      const left = x + radius + 4;
      const box = {left, right: left + context.measureText(data.label).width, top: y - size * 0.6, bottom: y + size * 0.6};
      if (free(box)) {
        taken.push(box);
        this.#draw_label(context, data, settings);
      }
      taken.push({left: x - radius, right: x + radius, top: y - radius, bottom: y + radius});
    }
    this.labels = [];
  }

  #draw_label(context, data, settings) {
    if (!data.label) return;
    const size = label_size(data.size);
    context.font = label_font(data.size, settings);
    context.lineJoin = 'round';
    context.lineWidth = 3.5;
    context.strokeStyle = this.inks.halo;
    context.fillStyle = this.inks.text;
    const x = data.x + data.size + 4;
    const y = data.y + size * 0.34;
    context.strokeText(data.label, x, y);
    context.fillText(data.label, x, y);
  }

  #draw_hover(context, data, settings) {
    context.beginPath();
    context.arc(data.x, data.y, data.size + 4, 0, Math.PI * 2);
    context.lineWidth = 2.5;
    context.strokeStyle = this.inks.ring;
    context.stroke();
    context.beginPath();
    context.arc(data.x, data.y, data.size, 0, Math.PI * 2);
    context.fillStyle = data.color;
    context.fill();
    this.#draw_label(context, data, settings);
  }
}
