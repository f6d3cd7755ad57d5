// The graph as the page knows it: entities, ties (relations and events) and pairs of entities that are tied. Grows by
// fragments: the page in a file has one with all, the page of a server asks for more.

const DAY = 86400000;

/** Days since 1970 of an ISO date, which may be cut short: its first or its last day; NaN for none. */
export function day_number(date, last = false) {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date ?? '');
  if (!match) return NaN;
  const [year, month, day] = [Number(match[1]), match[2] && Number(match[2]), match[3] && Number(match[3])];
  if (!last || day) return Date.UTC(year, (month ?? 1) - 1, day ?? 1) / DAY;
  return Date.UTC(month ? year : year + 1, month ?? 0, 0) / DAY;
}

export const day_date = (day) => new Date(day * DAY).toISOString().slice(0, 10);

const pair_key = (a, b) => (a < b ? `${a}\n${b}` : `${b}\n${a}`);

/** Whom a tie joins: [from, to] each; an event without targets joins its actors with each other. */
function joined(tie) {
  const pairs = [];
  if (tie.targets.length === 0) {
    tie.sources.forEach((a, i) => tie.sources.slice(i + 1).forEach((b) => pairs.push([a, b])));
  } else {
    for (const a of tie.sources) for (const b of tie.targets) if (a !== b) pairs.push([a, b]);
  }
  return pairs;
}

export class Model {
  constructor() {
    this.entities = new Map();
    this.ties = new Map();
    this.pairs = new Map();
    this.totals = {};
    this.articles = new Set();
    this.title = '';
  }

  /** Takes in what it does not know yet; gives whether there was anything. */
  merge(fragment) {
    this.totals = Object.keys(fragment.totals ?? {}).length > 0 ? fragment.totals : this.totals;
    this.note = fragment.note ?? this.note;
    this.title = fragment.title ?? this.title;
    for (const article of fragment.articles) this.articles.add(article.id);
    const ids = fragment.entities.map((entity) => entity.id);
    const before = this.entities.size + this.ties.size;
    const statements = (refs) => refs?.map(([sentence, begin, end]) => {
      const [article, text] = fragment.sentences[sentence];
      return {text, begin, end, article: fragment.articles[article]};
    });
    for (const entity of fragment.entities) this.#add_entity({...entity, said: statements(entity.said)});
    for (const relation of fragment.relations) {
      this.#add_tie({
        ...relation, family: 'relation', sources: [ids[relation.subject]], targets: [ids[relation.object]],
        evidence: statements(relation.evidence),
      });
    }
    for (const event of fragment.events) {
      this.#add_tie({
        ...event, family: 'event', sources: event.sources.map((i) => ids[i]), targets: (event.targets ?? []).map((i) => ids[i]),
        evidence: statements(event.evidence),
      });
    }
    return this.entities.size + this.ties.size > before;
  }

  #add_entity(entity) {
    const known = this.entities.get(entity.id);
    if (known) {
      Object.assign(known, entity);
    } else {
      this.entities.set(entity.id, {...entity, ties: [], neighbours: new Map()});
    }
  }

  #add_tie(tie) {
    const known = this.ties.get(tie.id);
    if (known) {
      if ((tie.evidence?.length ?? 0) > (known.evidence?.length ?? 0)) known.evidence = tie.evidence;
      return;
    }
    tie.date ||= tie.family === 'event' ? tie.first : '';
    tie.begin = day_number(tie.family === 'event' ? tie.date : tie.first);
    tie.finish = day_number(tie.family === 'event' ? tie.date : tie.last, true);
    this.ties.set(tie.id, tie);
    for (const id of new Set([...tie.sources, ...tie.targets])) this.entities.get(id)?.ties.push(tie);
    for (const [a, b] of joined(tie)) this.#pair(a, b).ties.push(tie);
  }

  #pair(a, b) {
    const key = pair_key(a, b);
    let pair = this.pairs.get(key);
    if (!pair) {
      const [low, high] = a < b ? [a, b] : [b, a];
      pair = {key, a: low, b: high, ties: []};
      this.pairs.set(key, pair);
      this.entities.get(a)?.neighbours.set(b, pair);
      this.entities.get(b)?.neighbours.set(a, pair);
    }
    return pair;
  }

  /** Gives entities that came without a place one beside the strongest of their neighbours that has one. */
  place_new() {
    const turn = Math.PI * (3 - Math.sqrt(5));
    for (const entity of this.entities.values()) {
      if (entity.x !== undefined) continue;
      const placed = [...entity.neighbours].map(([id, pair]) => ({at: this.entities.get(id), ties: pair.ties.length}))
        .filter(({at}) => at.x !== undefined).sort((a, b) => b.ties - a.ties)[0]?.at;
      if (!placed && entity.neighbours.size === 0) continue;
      const at = placed ?? {x: 0, y: 0, articles: 1};
      at.guests = (at.guests ?? 0) + 1;
      const distance = 2 * Math.sqrt(at.articles) + 8 * Math.sqrt(at.guests);
      entity.x = at.x + distance * Math.cos(at.guests * turn);
      entity.y = at.y + distance * Math.sin(at.guests * turn);
    }
  }

  pair(a, b) {
    return this.pairs.get(pair_key(a, b));
  }
}

/** What passed in sum: how many articles, and of events how many of each quad class. */
export function summed(ties) {
  const sum = {weight: 0, events: 0, relations: 0, quads: [0, 0, 0, 0, 0]};
  for (const tie of ties) {
    sum.weight += tie.weight;
    if (tie.family === 'event') {
      sum.events += 1;
      sum.quads[tie.quad ?? 0] += 1;
    } else {
      sum.relations += 1;
    }
  }
  sum.cooperation = sum.quads[1] + sum.quads[2];
  sum.conflict = sum.quads[3] + sum.quads[4];
  return sum;
}

/** "cooperation", "conflict", "mixed", or "tie" where nothing is known to have happened. */
export function tone_of(sum) {
  const events = sum.cooperation + sum.conflict;
  if (events === 0) return 'tie';
  const share = sum.conflict / events;
  return share >= 2 / 3 ? 'conflict' : share <= 1 / 3 ? 'cooperation' : 'mixed';
}
