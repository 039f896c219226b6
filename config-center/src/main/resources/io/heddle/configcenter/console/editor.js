// A text area for JSON: numbers before its lines, and what is wrong beside the line that it is about.

import { el, gathered } from './console.js';
import { Mistake, columnOf, lineOf, locate, read } from './json.js';

const FEWEST = 12;

/**
 * An editor. `check(text)` gives the violations of a text that is an object; `onchange` and `onsave` are told.
 * Gives `{ element, text(), set(text), sound(), show(violations) }`.
 */
export function editor({ label, readonly = false, check = async () => [], onchange = () => {}, onsave = () => {} }) {
  const id = `editor-${++editors}`;
  const area = el('textarea', { id, class: 'mono', spellcheck: 'false', autocomplete: 'off', autocapitalize: 'off', wrap: 'off',
    readonly, 'aria-describedby': `${id}-problems` });
  const numbers = el('pre', { class: 'numbers', 'aria-hidden': 'true' });
  const under = el('pre', { class: 'under', 'aria-hidden': 'true' });
  const problems = el('ul', { class: 'problems', id: `${id}-problems`, role: 'status', 'aria-label': 'What is wrong' });
  const element = el('div', { class: 'editor-field' }, el('label', { for: id }, label),
    el('div', { class: 'editor' }, numbers, el('div', { class: 'paper' }, under, area)), problems);
  let round = 0;

  function draw(marks) {
    const lines = area.value.split('\n');
    area.rows = Math.max(FEWEST, lines.length + 1);
    numbers.replaceChildren(...lines.map((_, i) => el('div', { class: marks.has(i + 1) ? 'wrong' : '' }, i + 1)));
    under.replaceChildren(...lines.map((line, i) => {
      const mark = marks.get(i + 1);
      return el('div', { class: mark ? 'wrong' : '' }, el('span', { class: 'ghost' }, line || '\u200b'), mark && el('span', { class: 'message' }, mark));
    }));
    under.scrollLeft = area.scrollLeft;
  }

  /** Each is `{ at, path, message }`. */
  function tell(found) {
    const marks = new Map();
    for (const { at, message } of found) {
      const line = lineOf(area.value, at);
      marks.set(line, marks.has(line) ? `${marks.get(line)}; ${message}` : message);
    }
    draw(marks);
    area.setAttribute('aria-invalid', String(found.length > 0));
    problems.replaceChildren(...found.map(({ at, path, message }) => el('li', {},
      el('button', { type: 'button', class: 'as-text', onclick: () => { area.focus(); area.setSelectionRange(at, at); } },
        `Line ${lineOf(area.value, at)}${path ? ` ${path}` : ''}: ${message}`))));
  }

  /** The violations of the centre, by JSON Pointers. */
  function show(violations) {
    const root = read(area.value);
    tell(violations.map(({ field, message }) => ({ at: locate(root, field.startsWith('/') ? field : ''), path: field.startsWith('/') ? field : '', message })));
  }

  /** Whether it is an object; says where it is not. */
  function sound() {
    try {
      const root = read(area.value);
      if (root.kind !== 'object') throw new Mistake('The value must be an object in braces.', root.at);
      return true;
    } catch (mistake) {
      if (!(mistake instanceof Mistake)) throw mistake;
      tell([{ at: mistake.at, message: `${mistake.message} (column ${columnOf(area.value, mistake.at)})` }]);
      return false;
    }
  }

  async function look() {
    const mine = ++round;
    if (!sound()) return;
    const violations = await check(area.value).catch(() => []);
    if (mine === round) show(violations);
  }
  const soon = gathered(300, look);

  area.addEventListener('input', () => { round++; draw(new Map()); onchange(); soon(); });
  area.addEventListener('scroll', () => { under.scrollLeft = area.scrollLeft; });
  area.addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') { event.preventDefault(); onsave(); }
  });
  draw(new Map());
  return { element, area, text: () => area.value, sound, show, set: text => { area.value = text; draw(new Map()); if (!readonly) look(); } };
}
let editors = 0;
