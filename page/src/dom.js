// Elements from plain values. Text is only ever set as text: no name can become markup.

const SVG = 'http://www.w3.org/2000/svg';
const SVG_TAGS = new Set(['svg', 'g', 'path', 'rect', 'line', 'circle', 'text', 'title']);

/** An element: h('button', {class: 'x', onclick: f, 'aria-label': 'y'}, 'text', child, [more]). */
export function h(tag, attributes = {}, ...children) {
  const element = SVG_TAGS.has(tag) ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (name === 'value' || name === 'checked') {
      element[name] = value;
    } else if (name.startsWith('--')) {
      element.style.setProperty(name, value);
    } else {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  append(element, children);
  return element;
}

function append(element, children) {
  for (const child of children) {
    if (Array.isArray(child)) {
      append(element, child);
    } else if (child !== undefined && child !== null && child !== false) {
      element.append(child);
    }
  }
}

/** Puts new content in place of all that is there. */
export function fill(element, ...children) {
  element.replaceChildren();
  append(element, children);
  return element;
}

const ICONS = {
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 21 21',
  filter: 'M3 5h18l-7 8v6l-4 2v-8z',
  close: 'M5 5l14 14M19 5 5 19',
  sun: 'M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10zM12 1v3M12 20v3M1 12h3M20 12h3M4.2 4.2l2.1 2.1M17.7 17.7l2.1 2.1M4.2 19.8l2.1-2.1M17.7 6.3l2.1-2.1',
  help: 'M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 18v.01M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20z',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  fit: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  home: 'M4 11l8-7 8 7M6 10v10h12V10',
};

/** A line drawing of 24 by 24. */
export function icon(name) {
  return h('svg', {viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true'}, h('path', {d: ICONS[name]}));
}

export function icon_button(name, label, onclick, attributes = {}) {
  return h('button', {type: 'button', class: 'icon-button', title: label, 'aria-label': label, onclick, ...attributes}, icon(name));
}
