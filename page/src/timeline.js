// The events over time, and a brush to choose days by. What the mouse does the two date fields do for the keyboard.
import {binned, bin_words, ticks} from './bins.js';
import {fill, h, icon_button} from './dom.js';
import {day_date, day_number} from './model.js';
import {counted, QUADS} from './words.js';

const ORDER = [2, 1, 0, 3, 4];

export class Timeline {
  constructor(container, model, selection) {
    Object.assign(this, {container, model, selection});
    this.plot = h('div', {class: 'plot'});
    this.from = this.#date_field('from', 'First day shown');
    this.to = this.#date_field('to', 'Last day shown');
    this.clear = icon_button('close', 'Show all days', () => this.#brush(null, null), {class: 'icon-button small'});
    this.caption = h('span', {class: 'caption'});
    fill(container,
      h('div', {class: 'timeline-head'}, this.caption, h('span', {class: 'dates'}, this.from, ' to ', this.to, this.clear)), this.plot);
    this.plot.addEventListener('pointerdown', (event) => this.#drag(event));
    new ResizeObserver(() => this.draw()).observe(this.plot);
    selection.on_change(() => this.draw());
    this.draw();
  }

  #date_field(name, label) {
    const changed = () => {
      const [from, to] = [day_number(this.from.value), day_number(this.to.value, true)];
      if (this.from.value || this.to.value) this.#brush(from || this.range?.first, to || this.range?.last);
    };
    return h('input', {type: 'date', name, 'aria-label': label, onchange: changed});
  }

  #brush(from, to) {
    if (from !== null && from > to) [from, to] = [to, from];
    this.selection.set({from, to});
  }

  draw() {
    const ties = [...this.model.ties.values()].filter((tie) => this.#shown(tie));
    const all = [...this.model.ties.values()].filter((tie) => tie.family === 'event' && Number.isFinite(tie.begin));
    if (all.length === 0) {
      this.container.hidden = true;
      return;
    }
    this.container.hidden = false;
    const [low, high] = busy_days(all.map(({begin}) => begin));
    const width = Math.max(this.plot.clientWidth, 50);
    this.range = binned(ties, Math.min(width / 5, 240), [low, high]);
    this.#words(ties);
    this.#picture(width, Math.max(this.plot.clientHeight, 30));
  }

  #shown(tie) {
    const {entities} = this.model;
    return this.selection.shows(tie, false) && [...tie.sources, ...tie.targets].some((id) => this.selection.shows_entity(entities.get(id)));
  }

  #words(ties) {
    const {from, to} = this.selection;
    const brushed = from !== null;
    const events = ties.filter((tie) => tie.family === 'event' && (!brushed || (tie.begin <= to && tie.finish >= from)));
    const outside = brushed ? 0 : events.filter((tie) => tie.begin < this.range.first || tie.begin >= this.range.last).length;
    this.caption.textContent = `${counted(events.length, 'event')} ${brushed ? 'in these days' : `by ${this.range.step}`}` +
      (outside > 0 ? `, ${outside} outside the days shown` : '');
    this.from.value = brushed ? day_date(from) : '';
    this.to.value = brushed ? day_date(to) : '';
    this.clear.hidden = !brushed;
    this.container.classList.toggle('brushed', brushed);
  }

  #picture(width, height) {
    const {first, last, bins, step} = this.range;
    const axis = 16;
    const room = height - axis;
    this.x = (day) => ((day - first) / (last - first)) * width;
    const most = Math.max(1, ...bins.map((bin) => bin.count));
    const bars = bins.filter((bin) => bin.count > 0).map((bin) => {
      let y = room;
      const [left, right] = [this.x(bin.begin), this.x(bin.end)];
      const rects = ORDER.filter((quad) => bin.quads[quad] > 0).map((quad) => {
        const tall = Math.max((bin.quads[quad] / most) * (room - 4), 1.5);
        y -= tall;
        return h('rect', {class: `quad-${quad}`, x: left + 0.5, y, width: Math.max(right - left - 1, 1.5), height: tall});
      });
      return h('g', {}, rects, h('title', {}, bin_title(bin, step)));
    });
    const {from, to} = this.selection;
    const brush = from === null ? null : [
      h('rect', {class: 'shade', x: 0, y: 0, width: Math.max(this.x(from), 0), height: room}),
      h('rect', {class: 'shade', x: this.x(to + 1), y: 0, width: Math.max(width - this.x(to + 1), 0), height: room}),
      h('rect', {class: 'brush', x: this.x(from), y: 0.5, width: Math.max(this.x(to + 1) - this.x(from), 2), height: room - 1}),
    ];
    const marks = ticks(first, last, Math.max(2, Math.floor(width / 90))).map(({day, label}) =>
      h('g', {}, h('line', {class: 'tick', x1: this.x(day), x2: this.x(day), y1: room, y2: room + 4}),
        h('text', {x: Math.min(this.x(day) + 2, width - 34), y: height - 3}, label)));
    fill(this.plot, h('svg', {width, height, role: 'img', 'aria-label': 'Events over time; drag to choose days'},
      h('line', {class: 'axis', x1: 0, x2: width, y1: room, y2: room}), bars, brush, marks));
  }

  /** Drags a new brush, or moves the one there is. */
  #drag(event) {
    if (!this.range || event.button !== 0) return;
    event.preventDefault();
    const box = this.plot.getBoundingClientRect();
    const {first, last} = this.range;
    const day_at = (e) => first + (Math.min(Math.max(e.clientX - box.left, 0), box.width) / box.width) * (last - first);
    const start = day_at(event);
    const {from, to} = this.selection;
    const edge = ((last - first) / box.width) * 7;
    const holds = from !== null && start > from + edge && start < to + 1 - edge;
    const anchor = from !== null && Math.abs(start - from) <= edge ? to + 0.5 : from !== null && Math.abs(start - to - 1) <= edge ? from : start;
    let moved = false;
    const move = (e) => {
      const now = day_at(e);
      if (!moved && Math.abs(now - start) < edge / 2) return;
      moved = true;
      if (holds) {
        const shift = Math.round(Math.min(Math.max(now - start, first - from), last - 1 - to));
        this.#brush(from + shift, to + shift);
      } else {
        this.#brush(Math.floor(Math.min(anchor, now)), Math.min(Math.floor(Math.max(anchor, now)), last - 1));
      }
    };
    const up = (e) => {
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', up);
      if (!moved) this.#click(day_at(e));
    };
    addEventListener('pointermove', move);
    addEventListener('pointerup', up);
  }

  /** A click chooses the days of a bar; on nothing, or the same bar again, all days. */
  #click(day) {
    const bin = this.range.bins.find((b) => b.begin <= day && day < b.end);
    const same = bin && this.selection.from === bin.begin && this.selection.to === bin.end - 1;
    if (!bin || bin.count === 0 || same) return this.#brush(null, null);
    return this.#brush(bin.begin, bin.end - 1);
  }
}

/** The days from the first event to the last, without the few of long ago that would push all others into a corner. */
function busy_days(days) {
  days.sort((a, b) => a - b);
  const [first, last] = [days[0], days.at(-1)];
  const [low, high] = [days[Math.floor(days.length * 0.03)], days[Math.ceil(days.length * 0.97) - 1]];
  return last - first > 4 * Math.max(high - low, 30) ? [low, high] : [first, last];
}

export function bin_title(bin, step) {
  const parts = ORDER.filter((quad) => bin.quads[quad] > 0).map((quad) => `${QUADS[quad] ?? 'Other'}: ${bin.quads[quad]}`);
  return [bin_words(bin, step), ...parts].join('\n');
}
