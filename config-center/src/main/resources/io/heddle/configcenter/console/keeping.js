// What is kept beside the entries: schemas, the audit trail, tokens.

import { $, ask, attempt, cell, confirm, dialog, el, field, get, pager, query, say, when, who } from './console.js';
import { editor } from './editor.js';
import { mayEdit, tree } from './entry.js';
import { member, plain, pretty } from './json.js';

const AUDITED = 50;
const EMPTY = '{\n  "$schema": "https://json-schema.org/draft/2020-12/schema",\n  "type": "object",\n  "properties": {\n  }\n}';

const problemPlace = () => el('p', { class: 'problem', role: 'alert', hidden: true });

// ---- schemas ----

export async function showSchemas(config) {
  const [all, entries] = await Promise.all([tree('GET', '/schemas'), get('/entries')]);
  const names = [...new Set([...all.members.map(each => each.key), ...entries.map(entry => entry.config), ...(config ? [config] : [])])].sort();
  const chosen = config ?? names[0];
  $('#schemas').replaceChildren(...names.map(name => el('li', {}, el('a', { href: `#/schemas/${encodeURIComponent(name)}`, 'aria-current': name === chosen ? 'page' : null },
    el('span', { class: 'name' }, name), member(all, name) ? '' : el('span', { class: 'small quiet' }, 'none')))));
  $('#schema').replaceChildren(...(chosen ? schema(chosen, member(all, chosen)) : [el('p', { class: 'empty sheet' }, 'There is no config yet.')]));
}

function schema(config, node) {
  const problem = problemPlace();
  const pen = editor({ label: `JSON Schema of ${config}`, readonly: !mayEdit(), onsave: () => save() });
  const save = () => attempt(async () => {
    if (!pen.sound()) return undefined;
    try {
      await ask('PUT', `/schemas/${encodeURIComponent(config)}`, pen.text());
    } catch (refusal) {
      if (refusal.violations?.length) pen.show(refusal.violations);
      throw refusal;
    }
    say('The schema is kept.');
    await showSchemas(config);
    return true;
  }, problem);
  const drop = el('button', { type: 'button', class: 'danger', onclick: () => confirm('Drop this schema?', `Nothing is demanded of ${config} any more.`, 'Drop', async () => {
    await ask('DELETE', `/schemas/${encodeURIComponent(config)}`);
    say('The schema is dropped.');
    await showSchemas(config);
    return true;
  }) }, 'Drop schema');
  pen.set(node ? pretty(node) : EMPTY);
  return [el('div', { class: 'head' }, el('h2', { class: 'wrap-any' }, config), el('p', { class: 'quiet' }, node ? 'Every release keeps this schema.' : 'Nothing is demanded of this config yet.')),
    el('div', { class: 'drafting' }, pen.element, problem,
      mayEdit() && el('div', { class: 'actions start' }, el('button', { type: 'button', class: 'primary', onclick: save }, 'Save schema'), node && drop))];
}

// ---- audit ----

export async function showAudit(config = '', service = '', page = 1) {
  const { data, pagination } = await get('/audit' + query({ config, service, page, limit: AUDITED }), { whole: true });
  $('#audit-of').replaceChildren(...(config ? [`Of ${config} / ${service}. `, el('a', { href: '#/audit' }, 'Show all')] : ['Who did what, the latest first.']));
  $('#no-audit').hidden = data.length > 0;
  $('#part-audit .scroller').hidden = data.length === 0;
  $('#audit').replaceChildren(...data.map(line => el('tr', {}, cell('Time', when(line.time), { class: 'nowrap' }), cell('Who', line.author, { class: 'wrap-any' }), cell('What', line.action),
    cell('Entry', line.config ? el('span', { class: 'wrap-any' }, line.service ? `${line.config} / ${line.service}` : line.config) : line.service, { class: line.config || line.service ? '' : 'blank' }),
    cell('Detail', line.detail, { class: line.detail ? 'wrap-any' : 'blank' }))));
  $('#audit-pages').hidden = pagination.total <= AUDITED;
  $('#audit-pages').replaceChildren(...pager(page, AUDITED, pagination.total, to => attempt(() => showAudit(config, service, to))));
}

// ---- tokens ----

export async function showTokens() {
  const place = $('#tokens');
  try {
    const tokens = await get('/tokens');
    place.replaceChildren(giving(), list(tokens));
  } catch (refusal) {
    if (refusal.status !== 401 && refusal.status !== 403) throw refusal;
    const hint = who().demanded ? 'Sign in with the token of an admin to give out, rotate and revoke tokens.'
      : 'Giving out tokens needs the token of an admin, also on this machine: sign in with the one in the file tokens/admin.token of the data folder.';
    place.replaceChildren(el('p', { class: 'empty sheet' }, hint));
  }
}

function giving() {
  const problem = problemPlace();
  const name = el('input', { required: true, autocomplete: 'off', spellcheck: 'false' });
  const scope = el('select', {}, ...[['service', 'of a service'], ['read', 'to read'], ['edit', 'to edit'], ['admin', 'of an admin']].map(([value, text]) => el('option', { value }, text)));
  const service = el('input', { autocomplete: 'off', spellcheck: 'false', required: true });
  const serviceField = field('Service', service);
  scope.addEventListener('change', () => {
    serviceField.hidden = scope.value !== 'service';
    service.required = scope.value === 'service';
  });
  return el('form', { class: 'sheet padded giving', onsubmit: event => {
    event.preventDefault();
    const wanted = scope.value === 'service' ? { name: name.value, service: service.value } : { name: name.value, scope: scope.value };
    attempt(async () => {
      const given = await ask('POST', '/tokens', wanted);
      await showTokens();
      showOnce(given);
    }, problem);
  } }, field('Name', name), field('Token', scope), serviceField, el('button', { class: 'primary' }, 'Give token'), problem);
}

function list(tokens) {
  if (!tokens.length) return el('p', { class: 'empty sheet' }, 'No token is given out.');
  return el('div', { class: 'sheet' }, el('div', { class: 'scroller', tabindex: '0', role: 'region', 'aria-label': 'Tokens' }, el('table', { class: 'cards' },
    el('thead', {}, el('tr', {}, ...['Name', 'Allows', 'Given by', 'When'].map(title => el('th', { scope: 'col' }, title)), el('th', { scope: 'col' }, el('span', { class: 'unseen' }, 'Actions')))),
    el('tbody', {}, tokens.map(token => el('tr', {}, cell('Name', el('b', { class: 'wrap-any' }, token.name)),
      cell('Allows', token.service ? `to read what is of ${token.service}` : token.scope, { class: 'wrap-any' }), cell('Given by', token.author), cell('When', when(token.time), { class: 'nowrap' }),
      el('td', { class: 'row-actions' },
        el('button', { type: 'button', onclick: () => confirm('Rotate this token?', `The present token of ${token.name} ends at once; the new one is shown.`, 'Rotate', async () => {
          const given = await ask('POST', `/tokens/${encodeURIComponent(token.name)}/rotate`);
          await showTokens();
          setTimeout(() => showOnce(given));
          return true;
        }) }, 'Rotate'),
        el('button', { type: 'button', class: 'danger', onclick: () => confirm('Revoke this token?', `Whoever holds the token ${token.name} is refused from now on.`, 'Revoke', async () => {
          await ask('DELETE', `/tokens/${encodeURIComponent(token.name)}`);
          say('The token is revoked.');
          await showTokens();
          return true;
        }) }, 'Revoke'))))))));
}

function showOnce({ name, token }) {
  const input = el('input', { class: 'mono', readonly: true, value: token });
  dialog(`The token of ${name}`, {}, el('p', {}, 'This is the only time that it is shown.'), field('Token', input),
    el('div', { class: 'actions' }, el('button', { type: 'button', class: 'primary', onclick: async () => { input.select(); await navigator.clipboard?.writeText(token); say('The token is copied.'); } }, 'Copy')));
  input.select();
}
