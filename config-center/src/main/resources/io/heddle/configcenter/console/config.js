import { $, attempt, count, dialog, el, every, field, gathered, get, routes, start } from './console.js';
import { address, forget, mayEdit, showEntry, target, unsaved } from './entry.js';
import { showAudit, showSchemas, showTokens } from './keeping.js';

const seen = { config: '', service: '', part: 'value', entries: [] };

const key = entry => `${entry.config}/${target(entry)}`;
const hashOf = entry => `#/entries/${encodeURIComponent(entry.config)}/${encodeURIComponent(target(entry))}`;

/** The tree; rewritten only when something in it differs, so that the focus stays. */
async function loadTree() {
  const entries = await get('/entries');
  if (JSON.stringify(entries) !== JSON.stringify(seen.entries)) {
    seen.entries = entries;
    drawTree();
  }
  return entries;
}

function drawTree() {
  const words = $('#search').value.toLowerCase().split(/\s+/).filter(word => word);
  const shown = seen.entries.filter(entry => words.every(word => key(entry).toLowerCase().includes(word)))
    .sort((a, b) => key(a) < key(b) ? -1 : 1);
  const focused = document.activeElement?.closest?.('#tree')  ? document.activeElement.hash : null;
  $('#tree').replaceChildren(...[...Map.groupBy(shown, entry => entry.config)].map(([config, entries]) => el('section', {},
    el('h3', { class: 'wrap-any' }, config), el('ul', {}, entries.map(entry => el('li', {}, leaf(entry)))))));
  if (focused) [...document.querySelectorAll('#tree a')].find(link => link.hash === focused)?.focus();
  $('#found').textContent = words.length ? `${count(shown.length, 'entry', 'entries')} found` : seen.entries.length ? '' : 'There is no entry yet.';
}

function leaf(entry) {
  const here = entry.config === seen.config && target(entry) === seen.service;
  return el('a', { href: hashOf(entry), 'aria-current': here ? 'page' : null }, el('span', { class: 'name' }, target(entry)),
    el('span', { class: 'badges' }, entry.draft && el('span', { class: 'tag accent' }, 'draft'), entry.gray && el('span', { class: 'tag warn' }, 'gray'), !entry.time && !entry.draft && el('span', { class: 'tag' }, 'ended')));
}

async function entries([config, service, part = 'value']) {
  await attempt(async () => {
    const all = await loadTree();
    if (!config && all.length && !matchMedia('(max-width: 760px)').matches) {
      const first = [...all].sort((a, b) => key(a) < key(b) ? -1 : 1)[0];
      history.replaceState(null, '', hashOf(first));
      [config, service] = [first.config, target(first)];
    }
    Object.assign(seen, { config: config ?? '', service: service ?? '', part });
    drawTree();
    if (matchMedia('(max-width: 760px)').matches) $('.tree details').open = !config;
    $('#new').hidden = !mayEdit();
    if (config && service) await showEntry($('#entry'), config, service, part, loadTree);
    else $('#entry').replaceChildren(...(all.length ? [] : [el('p', { class: 'empty sheet' }, 'Nothing is configured yet. Make the first entry.')]));
    document.title = config ? `${config} / ${service} · Configs` : 'Configs';
    return true;
  });
}

function newEntry() {
  const config = el('input', { required: true, autocomplete: 'off', spellcheck: 'false', pattern: '[a-z][a-z0-9._\\-]{0,62}' });
  const service = el('input', { required: true, autocomplete: 'off', spellcheck: 'false', pattern: '[a-z][a-z0-9._\\-]{0,62}' });
  const label = el('input', { autocomplete: 'off', spellcheck: 'false', pattern: '[a-z][a-z0-9._\\-]{0,62}' });
  const box = dialog('New entry', {}, el('form', { class: 'stack', onsubmit: event => {
    event.preventDefault();
    box.close();
    location.hash = hashOf({ config: config.value, service: service.value, label: label.value });
  } }, field('Config', config, 'Lower case letters, digits, dots, dashes and underscores.'), field('Service', service, 'Who reads it.'), field('Label', label, 'Only for instances with this label; empty for all.'),
  el('div', { class: 'actions' }, el('button', { class: 'primary' }, 'Begin a draft'))));
  config.focus();
}

const show = routes({
  entries,
  schemas: ([config]) => attempt(async () => { await showSchemas(config); return true; }),
  audit: ([config, service]) => attempt(async () => { await showAudit(config, service); return true; }),
  tokens: () => attempt(async () => { await showTokens(); return true; }),
}, 'entries');

$('#search').addEventListener('input', gathered(60, drawTree));
$('#new').addEventListener('click', newEntry);
addEventListener('beforeunload', event => { if (unsaved()) event.preventDefault(); });

every(4000, async () => {
  if ($('main').hidden || $('#part-entries').hidden) return;
  const all = await attempt(loadTree);
  const mine = all?.find?.(entry => entry.config === seen.config && target(entry) === seen.service);
  const stale = mine && $('#entry').dataset.revision && String(mine.revision) !== $('#entry').dataset.revision;
  if (stale && !document.querySelector('#stale') && !document.querySelector('dialog[open]')) {
    const path = address(seen.config, seen.service);
    if (!unsaved(path)) { entries([seen.config, seen.service, seen.part]); return; }
    $('#entry').prepend(el('p', { class: 'note', id: 'stale', role: 'status' }, `Meanwhile somebody published revision ${mine.revision}. `,
      el('button', { type: 'button', class: 'as-text', onclick: () => { forget(path); entries([seen.config, seen.service, seen.part]); } }, 'Show it'), ' (what you typed is lost).'));
  }
});

start(open => { if (open) show(); else forget(); });
