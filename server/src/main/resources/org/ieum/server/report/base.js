/** Small pieces that everything on the page uses: elements, colours, clock times, numbers. */

const DATA = JSON.parse(document.getElementById('data').textContent);
const STILL = matchMedia('(prefers-reduced-motion: reduce)');
const DARK = matchMedia('(prefers-color-scheme: dark)');
const SVG = 'http://www.w3.org/2000/svg';

const byId = (id) => document.getElementById(id);

/** An HTML element; text is text, never markup. */
function element(tag, cssClass, text, parent) {
  const made = document.createElement(tag);
  if (cssClass) made.className = cssClass;
  if (text !== undefined) made.textContent = text;
  if (parent) parent.append(made);
  return made;
}

function svg(tag, attributes, parent) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (parent) parent.append(made);
  return made;
}

/** The colours of the style sheet, for the canvas; read again when the theme changes. */
function readColours() {
  const style = getComputedStyle(document.documentElement);
  return (name) => style.getPropertyValue('--' + name).trim();
}

const grouped = (value, digits = 0) =>
  value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });

const plural = (count, one, many) => grouped(count) + ' ' + (count === 1 ? one : many);

const twoDigits = (value) => String(value).padStart(2, '0');

/** The clock time of seconds since the epoch, e.g. 05:30. */
function clock(seconds) {
  const minutes = Math.floor((DATA.clock + seconds) / 60);
  const ofDay = ((minutes % 1440) + 1440) % 1440;
  return twoDigits(Math.floor(ofDay / 60)) + ':' + twoDigits(ofDay % 60);
}

/** Steps of 1, 2 or 5 times a power of ten, about as many as wanted, from zero to the top. */
function ticks(top, wanted) {
  const rough = Math.max(top, 1e-9) / wanted;
  const power = Math.pow(10, Math.floor(Math.log10(rough)));
  const step = [1, 2, 5, 10].map((m) => m * power).find((s) => s >= rough);
  const found = [];
  for (let i = 0; i * step <= top + step * 1e-6; i++) found.push(i * step);
  return found;
}

/** Whole hours from start to end, at most so many, at steps that divide the day. */
function hourTicks(start, end, most) {
  const offset = DATA.clock;
  for (const hours of [1, 2, 3, 4, 6, 12, 24, 48, 96, 168]) {
    const step = hours * 3600;
    const first = Math.ceil((start + offset) / step) * step - offset;
    if ((end - first) / step < most) {
      const found = [];
      for (let t = first; t <= end; t += step) found.push(t);
      return found;
    }
  }
  return [start, end];
}

function legend(list, entries, shape) {
  for (const [cssClass, label] of entries) {
    const item = element('li', '', undefined, list);
    element('span', 'swatch ' + shape + ' ' + cssClass, undefined, item);
    element('span', '', label, item);
  }
}

/** Puts a tip beside a point of its parent, inside the parent. */
function placeTip(tip, x, y, title, lines) {
  tip.replaceChildren();
  element('b', '', title, tip);
  for (const line of lines) element('div', '', line, tip);
  tip.hidden = false;
  const box = tip.parentElement;
  const left = x + 14 + tip.offsetWidth > box.clientWidth ? x - 14 - tip.offsetWidth : x + 14;
  const top = Math.min(Math.max(4, y - tip.offsetHeight / 2), box.clientHeight - tip.offsetHeight - 4);
  const inside = Math.min(Math.max(4, left), Math.max(4, box.clientWidth - tip.offsetWidth - 4));
  tip.style.transform = 'translate(' + Math.round(inside) + 'px,' + Math.round(top) + 'px)';
}
