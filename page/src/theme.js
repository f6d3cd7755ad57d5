// Dark and light: as the system says, unless the reader says otherwise. Colours that drawings need come from the style.

const dark_system = matchMedia('(prefers-color-scheme: dark)');

function remembered() {
  try {
    return localStorage.getItem('entente-theme');
  } catch {
    return null;  // some browsers forbid storage to files
  }
}

export class Theme {
  constructor() {
    this.listeners = [];
    this.chosen = remembered();
    dark_system.addEventListener('change', () => this.#apply());
    this.#apply();
  }

  on_change(listener) {
    this.listeners.push(listener);
  }

  get dark() {
    return this.chosen ? this.chosen === 'dark' : dark_system.matches;
  }

  toggle() {
    this.chosen = this.dark ? 'light' : 'dark';
    try {
      localStorage.setItem('entente-theme', this.chosen);
    } catch {
      // then it lasts as long as the page
    }
    this.#apply();
  }

  /** The value of a colour of the style, "--person". */
  colour(name) {
    return this.style.getPropertyValue(name).trim();
  }

  #apply() {
    document.documentElement.dataset.theme = this.dark ? 'dark' : 'light';
    this.style = getComputedStyle(document.documentElement);
    for (const listener of this.listeners) listener();
  }
}
