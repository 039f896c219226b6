// What the pages of all centres share: elements without HTML, requests with a proof, sign-in, dialogs, live events.

/** Makes an element. Text is only ever set as text; `on*` adds a listener, `class` and others are attributes. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name in PROPERTIES) element[name] = value;
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false)
    .map(child => child instanceof Node ? child : document.createTextNode(String(child))));
  return element;
}
const PROPERTIES = { value: 1, checked: 1, disabled: 1, hidden: 1 };

export const $ = selector => document.querySelector(selector);

/** A refusal of the centre. */
export class Refusal extends Error {
  constructor(status, body) {
    super(body?.message ?? `the centre answered ${status}`);
    this.status = status;
    this.code = String(body?.code ?? '');
    this.violations = Array.isArray(body?.error) ? body.error : [];
  }
}

let session = { signed_in: false, demanded: false, name: '', scope: '', proof: '' };
let onSession = () => {};

export const who = () => session;

function headers(body) {
  const all = { 'X-Console-Proof': session.proof || 'none' };
  if (body !== undefined) all['Content-Type'] = 'application/json';
  return all;
}

/**
 * Asks the centre; gives the data of the envelope, with `whole` the envelope, with `text` its text as it came. A body
 * that is a text already is sent as it is, so that no number loses a digit. Throws a Refusal.
 */
export async function ask(method, path, body, { signal, whole = false, text = false } = {}) {
  let answer;
  let told;
  try {
    answer = await fetch(path, { method, headers: headers(body), signal, cache: 'no-store',
      body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body) });
    told = await answer.text();
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new Refusal(0, { message: 'The centre does not answer. What you see may be old.' });
  }
  if (answer.ok && text) return told;
  const envelope = envelopeOf(told);
  if (answer.ok && envelope) return whole ? envelope : envelope.data;
  if (answer.status === 401 && path !== '/console/session') await look();
  throw new Refusal(answer.status, envelope);
}

function envelopeOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export const get = (path, options) => ask('GET', path, undefined, options);

export function query(values) {
  const given = Object.entries(values).filter(([, value]) => value !== '' && value !== undefined && value !== null);
  const text = new URLSearchParams(given).toString();
  return text ? `?${text}` : '';
}

/** Server-sent events by fetch, which can carry the proof; comes back by itself, with a longer wait each time. */
export function follow(path, onEvent, onLink) {
  const stop = new AbortController();
  (async () => {
    for (let wait = 500; !stop.signal.aborted; wait = Math.min(wait * 2, 10_000)) {
      try {
        const answer = await fetch(path(), { headers: headers(), signal: stop.signal, cache: 'no-store' });
        if (answer.status === 401) { await look(); return; }
        if (!answer.ok) throw new Error(String(answer.status));
        onLink(true);
        await events(answer.body, data => { wait = 250; onEvent(data); });
      } catch (failure) {
        if (stop.signal.aborted) return;
      }
      onLink(false);
      await new Promise(resolve => setTimeout(resolve, wait));
    }
  })();
  return () => stop.abort();
}

async function events(body, onData) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split(/\r?\n/);
    rest = lines.pop();
    for (const line of lines) if (line.startsWith('data:')) onData(JSON.parse(line.slice(5)));
  }
}

/** Runs something now and then while the page is looked at; never twice at once. */
export function every(millis, work) {
  const round = async () => {
    if (!document.hidden) await work();
    setTimeout(round, millis);
  };
  setTimeout(round, millis);
}

/** Gathers calls that come close together into one. */
export function gathered(millis, work) {
  let timer = 0;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...args), millis);
  };
}

/** Shows a sentence for a while; it is read out. */
export function say(text) {
  const toast = el('div', {}, text);
  $('#toasts').append(toast);
  setTimeout(() => toast.remove(), 6000);
}

/** Does what may be refused, and says why it was. */
export async function attempt(work, place) {
  if (place) { place.hidden = true; place.textContent = ''; }
  try {
    return (await work()) ?? true;
  } catch (failure) {
    if (failure.name === 'AbortError') return undefined;
    if (!(failure instanceof Refusal)) throw failure;
    if (place) { place.textContent = failure.message; place.hidden = false; } else say(failure.message);
    return undefined;
  }
}

/** A modal dialog that is taken away when it closes; Esc closes it. */
export function dialog(title, { wide = false, onclose } = {}, ...content) {
  const close = el('button', { class: 'close', type: 'button', 'aria-label': 'Close', onclick: () => box.close() }, '×');
  const heading = el('h2', { id: `title-${++dialogs}`, class: 'wrap-any' }, title);
  const box = el('dialog', { class: wide ? 'wide' : '', 'aria-labelledby': heading.id,
    onclose: () => { box.remove(); onclose?.(); },
    onclick: event => { if (event.target === box) box.close(); } },
  el('div', { class: 'content' }, el('div', { class: 'title' }, heading, close), ...content));
  document.body.append(box);
  box.showModal();
  return box;
}
let dialogs = 0;

/** Asks before something is done that cannot be undone. `work` gives undefined when it was refused. */
export function confirm(title, text, action, work) {
  const problem = el('p', { class: 'problem', role: 'alert', hidden: true });
  const yes = el('button', { class: 'danger', type: 'button', onclick: async () => {
    yes.disabled = true;
    if (await attempt(work, problem)) box.close(); else yes.disabled = false;
  } }, action);
  const no = el('button', { type: 'button', autofocus: true, onclick: () => box.close() }, 'Cancel');
  const box = dialog(title, {}, el('p', { class: 'wrap-any' }, text), problem, el('div', { class: 'actions' }, no, yes));
  return box;
}

export function field(label, control, hint) {
  control.id ||= `field-${++fields}`;
  const note = hint && el('span', { class: 'small quiet', id: `${control.id}-hint` }, hint);
  if (note) control.setAttribute('aria-describedby', note.id);
  return el('div', { class: 'field' }, el('label', { for: control.id }, label), control, note);
}
let fields = 0;

export function cell(label, content, attributes = {}) {
  return el('td', { 'data-label': label, ...attributes }, content);
}

export const when = time => time ? el('time', { datetime: time, title: new Date(time).toLocaleString() }, clock(time)) : '';

function clock(time) {
  const at = new Date(time);
  const same = at.toDateString() === new Date().toDateString();
  const day = same ? '' : `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} `;
  return `${day}${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}
const two = number => String(number).padStart(2, '0');

export const count = (number, one, many = `${one}s`) => `${number.toLocaleString('en')} ${number === 1 ? one : many}`;

export function pager(page, limit, total, turn) {
  const last = Math.max(1, Math.ceil(total / limit));
  const from = total === 0 ? 0 : (page - 1) * limit + 1;
  return [
    el('span', {}, `${from.toLocaleString('en')} to ${Math.min(total, page * limit).toLocaleString('en')} of ${total.toLocaleString('en')}`),
    el('span', { class: 'end' },
      el('button', { type: 'button', disabled: page <= 1, onclick: () => turn(page - 1) }, 'Previous'),
      el('button', { type: 'button', disabled: page >= last, onclick: () => turn(page + 1) }, 'Next')),
  ];
}

/** Asks who is looking, and shows the page or the way in. */
export async function look() {
  const before = session;
  session = await get('/console/session');
  showSession();
  if (before.signed_in !== session.signed_in || before.name !== session.name || !started) begin();
}
let started = false;

function begin() {
  const open = session.signed_in || !session.demanded;
  $('#door').hidden = open;
  $('main').hidden = !open;
  $('.bar nav').hidden = !open;
  if (!open) $('#door input').focus();
  started = true;
  onSession(open);
}

function showSession() {
  const place = $('#who');
  const out = el('button', { class: 'plain', type: 'button', onclick: signOut }, 'Sign out');
  const enter = el('button', { class: 'plain', type: 'button', onclick: signInDialog }, 'Sign in');
  place.replaceChildren(...(session.signed_in ? [el('span', { class: 'wrap-any' }, session.name), out]
    : !session.demanded && place.dataset.offer ? [enter] : []));
}

async function signIn(token, problem) {
  return attempt(async () => {
    await ask('POST', '/console/session', { token });
    await look();
  }, problem);
}

async function signOut() {
  await attempt(() => ask('DELETE', '/console/session'));
  await look();
}

function signInForm(done) {
  const input = el('input', { type: 'password', autocomplete: 'off', spellcheck: 'false', required: true });
  const problem = el('p', { class: 'problem', role: 'alert', hidden: true });
  const button = el('button', { class: 'primary' }, 'Sign in');
  const form = el('form', { class: 'stack', onsubmit: async event => {
    event.preventDefault();
    button.disabled = true;
    const right = await signIn(input.value, problem);
    button.disabled = false;
    input.value = '';
    if (right) done(); else input.focus();
  } }, field('Token', input), problem, el('div', { class: 'actions' }, button));
  return form;
}

function signInDialog() {
  const box = dialog('Sign in', {}, signInForm(() => box.close()));
  box.querySelector('input').focus();
}

/** Begins: `onChange(open)` is told when somebody comes or goes. */
export async function start(onChange) {
  onSession = onChange;
  $('#door').append(signInForm(() => {}));
  addEventListener('keydown', event => {
    const typing = event.target.matches?.('input, textarea, select');
    if (event.key === '/' && !typing && !document.querySelector('dialog[open]')) {
      const search = [...document.querySelectorAll('input[type=search]')].find(input => input.offsetParent);
      if (search) { event.preventDefault(); search.focus(); search.select(); }
    }
  });
  for (let seen = false; !seen;) {
    seen = await attempt(async () => { await look(); return true; });
    if (!seen) await new Promise(resolve => setTimeout(resolve, 3000));
  }
}

/** Whoever typed an address may have typed what cannot be decoded; it stands for itself then. */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Shows the part of the page that the address names, and says which it is. */
export function routes(parts, fallback) {
  const show = () => {
    const [name, ...rest] = location.hash.replace(/^#\/?/, '').split('/').map(decoded);
    const chosen = Object.hasOwn(parts, name) ? name : fallback;
    for (const link of document.querySelectorAll('.bar nav a')) {
      if (link.hash === `#/${chosen}`) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
    for (const section of document.querySelectorAll('main > section[id^=part-]')) {
      section.hidden = section.id !== `part-${chosen}`;
    }
    parts[chosen](rest);
  };
  addEventListener('hashchange', show);
  return show;
}
