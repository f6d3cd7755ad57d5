// Events counted over time: by day, week, month, quarter or year, whichever gives bars that can be told apart.
import {day_date} from './model.js';

const STEPS = [
  {name: 'day', days: 1, start: (d) => d},
  {name: 'week', days: 7, start: (d) => d - ((d + 3) % 7 + 7) % 7},
  {name: 'month', days: 30.4, start: (d) => first_of(d, 1)},
  {name: 'quarter', days: 91.3, start: (d) => first_of(d, 3)},
  {name: 'year', days: 365.25, start: (d) => first_of(d, 12)},
];

/** The first day of the run of so many months that a day lies in. */
function first_of(day, months) {
  const date = new Date(day * 86400000);
  return Date.UTC(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / months) * months, 1) / 86400000;
}

/** {step, first, last, bins: [{begin, end, quads: [5], count}]} of ties that are events; null where none has a date. */
export function binned(ties, most = 110, range = null) {
  const events = ties.filter((tie) => tie.family === 'event' && Number.isFinite(tie.begin));
  if (events.length === 0 && !range) return null;
  const [low, high] = range ?? [Math.min(...events.map((e) => e.begin)), Math.max(...events.map((e) => e.begin))];
  const step = STEPS.find(({days}) => (high - low) / days <= most) ?? STEPS.at(-1);
  const bins = [];
  for (let begin = step.start(low); begin <= high;) {
    const end = next_start(step, begin);
    bins.push({begin, end, quads: [0, 0, 0, 0, 0], count: 0});
    begin = end;
  }
  for (const event of events) {
    const at = find(bins, event.begin);
    if (at < 0) continue;
    bins[at].quads[event.quad ?? 0] += 1;
    bins[at].count += 1;
  }
  return {step: step.name, first: bins[0].begin, last: bins.at(-1).end, bins};
}

function next_start(step, begin) {
  if (step.name === 'day') return begin + 1;
  if (step.name === 'week') return begin + 7;
  return step.start(begin + Math.ceil(step.days) + 3);
}

/** The bin that a day lies in, or -1. */
function find(bins, day) {
  let [low, high] = [0, bins.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bins[middle].end <= day) low = middle + 1;
    else high = middle;
  }
  return low < bins.length && bins[low].begin <= day ? low : -1;
}

/** Days at which an axis has a mark, with what it says. */
export function ticks(first, last, most = 8) {
  const days = last - first;
  const months = [1, 2, 3, 6, 12, 24, 60, 120, 240].find((m) => days / (m * 30.4) <= most) ?? 480;
  if (days < 45) {
    const every = Math.max(1, Math.ceil(days / most));
    return Array.from({length: Math.ceil(days / every)}, (_, i) => first + i * every).map((d) => ({day: d, label: short(d)}));
  }
  const result = [];
  const date = new Date(first * 86400000);
  let month = date.getUTCFullYear() * 12 + date.getUTCMonth();
  month = Math.ceil(month / months) * months;
  for (;; month += months) {
    const day = Date.UTC(Math.floor(month / 12), month % 12, 1) / 86400000;
    if (day >= last) return result;
    if (day < first) continue;
    const year = Math.floor(month / 12);
    result.push({day, label: months >= 12 || month % 12 === 0 ? String(year) : `${MONTHS[month % 12]} ${year}`});
  }
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function short(day) {
  const [, month, date] = day_date(day).split('-').map(Number);
  return `${date} ${MONTHS[month - 1]}`;
}

export function bin_words(bin, step) {
  if (step === 'day') return day_date(bin.begin);
  if (step === 'year') return day_date(bin.begin).slice(0, 4);
  if (step === 'month') return day_date(bin.begin).slice(0, 7);
  return `${day_date(bin.begin)} to ${day_date(bin.end - 1)}`;
}
