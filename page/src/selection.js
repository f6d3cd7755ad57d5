// What of the graph is shown: kinds, types, quad classes, confidence, weight, days. Tells who listens when it changes.

export class Selection {
  constructor(model) {
    this.model = model;
    this.kinds_off = new Set();
    this.types_off = new Set();  // "relation:leads", "event:ASSAULT"
    this.quads_off = new Set();
    this.confidence = 0;
    this.weight = 1;
    this.from = null;  // days since 1970, both ends included
    this.to = null;
    this.listeners = [];
  }

  on_change(listener) {
    this.listeners.push(listener);
  }

  /** Changes something and says so. */
  set(change) {
    Object.assign(this, change);
    this.changed();
  }

  changed() {
    this.cache = null;
    for (const listener of this.listeners) listener();
  }

  toggle(set, value) {
    if (!set.delete(value)) set.add(value);
    this.changed();
  }

  reset() {
    for (const set of [this.kinds_off, this.types_off, this.quads_off]) set.clear();
    this.set({confidence: 0, weight: 1, from: null, to: null});
  }

  /** How many filters narrow the graph. */
  get count() {
    return (this.kinds_off.size > 0) + (this.types_off.size > 0) + (this.quads_off.size > 0) + (this.confidence > 0) +
      (this.weight > 1) + (this.from !== null);
  }

  shows_entity(entity) {
    return entity !== undefined && !this.kinds_off.has(entity.kind);
  }

  /** Whether a tie is selected; `days` says whether the brush counts. */
  shows(tie, days = true) {
    if (tie.confidence < this.confidence || tie.weight < this.weight) return false;
    if (this.types_off.has(`${tie.family}:${tie.type}`)) return false;
    if (tie.family === 'event' && this.quads_off.has(tie.quad ?? 0)) return false;
    if (!days || this.from === null) return true;
    return tie.begin <= this.to && tie.finish >= this.from;
  }

  /** The ties selected between the two of a pair; none where one of the two is not. */
  ties_of(pair) {
    this.cache ??= new Map();
    let ties = this.cache.get(pair.key);
    if (!ties) {
      const {entities} = this.model;
      const both = this.shows_entity(entities.get(pair.a)) && this.shows_entity(entities.get(pair.b));
      ties = both ? pair.ties.filter((tie) => this.shows(tie)) : [];
      this.cache.set(pair.key, ties);
    }
    return ties;
  }
}
