// The parts of the page that need no browser: what it knows of a graph, what of it is selected, how days are counted.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {binned, ticks} from '../../page/src/bins.js';
import {day_date, day_number, Model, summed, tone_of} from '../../page/src/model.js';
import {Selection} from '../../page/src/selection.js';
import {date_words, folded, span_words, tie_phrase} from '../../page/src/words.js';

/** A fragment as the program writes it: two countries, a person, a relation and three events. */
function fragment() {
  return {
    schema: 'entente/page/1', title: 'world', totals: {entities: 3},
    entities: [
      {id: 'country/a', kind: 'country', name: 'Aland', articles: 3, x: 0, y: 0},
      {id: 'country/b', kind: 'country', name: 'Belmark', articles: 2, x: 10, y: 0},
      {id: 'person/p', kind: 'person', name: 'Pía Ñ', articles: 1, x: 5, y: 5, said: [[0, 4, 7]]},
    ],
    relations: [{id: 'r-1', type: 'leads', subject: 2, object: 0, role: 'president', weight: 1, first: '2025-01-01', last: '2025-06-30', confidence: 0.9, evidence: [[0, 4, 7]]}],
    events: [
      {id: 'e-1', type: 'ASSAULT', quad: 4, date: '2025-03', sources: [0], targets: [1], weight: 2, first: '2025-03-09', last: '2025-03-09', confidence: 0.4},
      {id: 'e-2', type: 'CONSULT', quad: 1, sources: [0, 1, 2], targets: [], weight: 1, first: '2025-05-01', last: '2025-05-02', confidence: 0.8},
      {id: 'e-3', type: 'AID', quad: 2, date: '2025-07-04', sources: [1], targets: [0], weight: 1, first: '2025-07-05', last: '2025-07-05', confidence: 0.8},
    ],
    sentences: [[0, 'The 😀 president spoke.']], articles: [{id: 'a1', title: 'T', published: '2025-01-01'}],
  };
}

function model() {
  const made = new Model();
  made.merge(fragment());
  return made;
}

test('days are counted from dates that may be cut short', () => {
  assert.equal(day_date(day_number('2024-02')), '2024-02-01');
  assert.equal(day_date(day_number('2024-02', true)), '2024-02-29');
  assert.equal(day_date(day_number('2025', true)), '2025-12-31');
  assert.equal(day_date(day_number('2025-11-01', true)), '2025-11-01');
  assert.ok(Number.isNaN(day_number('')));
  assert.ok(Number.isNaN(day_number('soon')));
});

test('relations and events become ties of pairs, each once', () => {
  const made = model();
  assert.equal(made.merge(fragment()), false);
  assert.deepEqual([...made.pairs.keys()].sort(), ['country/a\ncountry/b', 'country/a\nperson/p', 'country/b\nperson/p']);
  assert.deepEqual(made.pair('country/b', 'country/a').ties.map((tie) => tie.id), ['e-1', 'e-2', 'e-3']);
  assert.equal(made.entities.get('country/a').ties.length, 4);
  assert.equal(made.ties.get('e-2').date, '2025-05-01');
  const said = made.ties.get('r-1').evidence[0];
  assert.equal([...said.text].slice(said.begin, said.end).join(''), '😀 p');
  assert.equal(said.article.title, 'T');
});

test('an entity without a place gets one beside its neighbour', () => {
  const made = model();
  made.merge({...fragment(), entities: [{id: 'country/a', kind: 'country', name: 'Aland', articles: 3}, {id: 'person/n', kind: 'person', name: 'N', articles: 1}],
    relations: [{id: 'r-2', type: 'leads', subject: 1, object: 0, weight: 1, confidence: 1}], events: []});
  made.place_new();
  const {x, y} = made.entities.get('person/n');
  assert.ok(Number.isFinite(x) && Number.isFinite(y) && Math.hypot(x, y) > 5);
  assert.equal(made.entities.get('country/a').x, 0);
});

test('what passed is summed, and has a tone', () => {
  const sum = summed(model().pair('country/a', 'country/b').ties);
  assert.deepEqual([sum.events, sum.weight, sum.cooperation, sum.conflict], [3, 4, 2, 1]);
  assert.equal(tone_of(sum), 'cooperation');
  assert.equal(tone_of({cooperation: 1, conflict: 1}), 'mixed');
  assert.equal(tone_of({cooperation: 0, conflict: 3}), 'conflict');
  assert.equal(tone_of({cooperation: 0, conflict: 0}), 'tie');
});

test('a selection narrows by days, kind, type, quad class, confidence and weight, and says so', () => {
  const made = model();
  const selection = new Selection(made);
  const pair = made.pair('country/a', 'country/b');
  const shown = () => selection.ties_of(pair).map((tie) => tie.id).join(' ');
  let told = 0;
  selection.on_change(() => (told += 1));
  assert.equal(shown(), 'e-1 e-2 e-3');
  selection.set({from: day_number('2025-03-20'), to: day_number('2025-05-01')});
  assert.equal(shown(), 'e-1 e-2');  // March 2025 reaches to the 31st
  selection.set({confidence: 0.5});
  assert.equal(shown(), 'e-2');
  selection.reset();
  selection.toggle(selection.quads_off, 4);
  assert.equal(shown(), 'e-2 e-3');
  selection.toggle(selection.types_off, 'event:AID');
  assert.equal(shown(), 'e-2');
  assert.equal(selection.count, 2);
  selection.reset();
  selection.set({weight: 2});
  assert.equal(shown(), 'e-1');
  selection.toggle(selection.kinds_off, 'country');
  assert.equal(shown(), '');
  assert.equal(told, 8);
});

test('bars are days, weeks, months, quarters or years, as there is room', () => {
  const events = (...dates) => dates.map((date) => ({family: 'event', quad: 1, begin: day_number(date)}));
  assert.equal(binned(events('2025-01-01', '2025-02-01')).step, 'day');
  assert.equal(binned(events('2024-01-01', '2025-02-01')).step, 'week');
  const months = binned(events('2020-01-31', '2025-02-01', '2025-02-28'));
  assert.equal(months.step, 'month');
  assert.deepEqual(months.bins.at(-1).quads, [0, 2, 0, 0, 0]);
  assert.equal(months.bins.length, 62);
  assert.equal(day_date(months.bins[0].begin), '2020-01-01');
  assert.equal(binned(events('1900-01-01', '2025-02-01')).step, 'year');
  assert.equal(binned([]), null);
  for (const {bins} of [months]) for (let i = 1; i < bins.length; ++i) assert.equal(bins[i].begin, bins[i - 1].end);
  assert.deepEqual(ticks(day_number('2022-01-01'), day_number('2024-01-01'), 3).map((tick) => tick.label), ['2022', '2023']);
});

test('codes and dates are put into words', () => {
  assert.equal(date_words('2025-11-01'), '1 November 2025');
  assert.equal(date_words('2025-11', true), 'Nov 2025');
  assert.equal(span_words('2025-01-01', '2025-01-01'), '1 Jan 2025');
  assert.equal(tie_phrase({family: 'relation', type: 'holds_office_in', past: true}), 'formerly holds office in');
  assert.equal(tie_phrase({family: 'event', type: 'NEW_TYPE'}), 'new type');
  assert.equal(folded('Łódź Ñandú'), 'lodz nandu');
});
