// Where the page has its data from: the file that it stands in, or the server that sent it.

/** Everything is in the page. */
class FileSource {
  constructor(fragment) {
    this.fragment = fragment;
  }

  async first() {
    return this.fragment;
  }
  async entity() {
    return null;
  }
  async pair() {
    return null;
  }
  async search() {
    return null;
  }
  get searches_text() {
    return false;
  }
}

/** A server answers from the graph file. */
class ServerSource {
  first() {
    return this.#ask('graph');
  }
  /** An entity with all that touches it. */
  entity(id) {
    return this.#ask('entity', {id});
  }
  pair(a, b) {
    return this.#ask('pair', {a, b});
  }
  /** {entities: [...], passages: [...]} */
  search(text) {
    return this.#ask('search', {q: text});
  }

  get searches_text() {
    return true;
  }

  async #ask(what, parameters = {}) {
    const answer = await fetch(`api/${what}?${new URLSearchParams(parameters)}`, {headers: {Accept: 'application/json'}});
    const body = await answer.json();
    if (!answer.ok) throw new Error(body.error ?? answer.statusText);
    return body;
  }
}

export function data_source() {
  const element = document.getElementById('data');
  const text = element.textContent.trim();
  element.remove();
  return text === '' ? new ServerSource() : new FileSource(JSON.parse(text));
}
