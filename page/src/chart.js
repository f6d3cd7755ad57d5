// What passed over time between two, or around one: cooperation upwards, conflict downwards.
import {binned, ticks} from './bins.js';
import {h} from './dom.js';
import {bin_title} from './timeline.js';

const WIDTH = 340;
const TALLEST = 92;
const AXIS = 16;

/** A drawing, or nothing where no event has a date. */
export function dealings_chart(ties, label) {
  const found = binned(ties, 48);
  if (!found) return null;
  let {first, last, bins, step} = found;
  if (last - first < 28) [first, last] = [first - 14, last + 14];
  const up = Math.max(...bins.map((bin) => bin.quads[1] + bin.quads[2]));
  const down = Math.max(...bins.map((bin) => bin.quads[3] + bin.quads[4]));
  const unit = Math.min(TALLEST / Math.max(up + down, 1), 16);
  const room = (up + down) * unit + 8;
  const zero = up * unit + 4;
  const x = (day) => ((day - first) / (last - first)) * WIDTH;
  const bars = bins.filter((bin) => bin.count > 0).map((bin) => {
    const width = Math.min(Math.max(x(bin.end) - x(bin.begin) - 1.5, 3), 18);
    const left = (x(bin.begin) + x(bin.end) - width) / 2;
    const rect = (quad, y) => bin.quads[quad] > 0 &&
      h('rect', {class: `quad-${quad}`, x: left, y, width, height: bin.quads[quad] * unit, rx: 1});
    return h('g', {},
      rect(1, zero - bin.quads[1] * unit), rect(2, zero - (bin.quads[1] + bin.quads[2]) * unit),
      rect(3, zero), rect(4, zero + bin.quads[3] * unit), h('title', {}, bin_title(bin, step)));
  });
  const marks = ticks(first, last, 4).map(({day, label: words}) => h('text', {x: Math.min(x(day), WIDTH - 48), y: room + AXIS - 3}, words));
  return h('figure', {class: 'chart'},
    h('svg', {viewBox: `0 0 ${WIDTH} ${room + AXIS}`, role: 'img', 'aria-label': label},
      h('line', {class: 'axis', x1: 0, x2: WIDTH, y1: zero, y2: zero}), bars, marks),
    h('figcaption', {}, h('span', {class: 'key'}, h('i', {class: 'swatch coop'}), 'cooperation, above'),
      h('span', {class: 'key'}, h('i', {class: 'swatch conf'}), 'conflict, below')));
}
