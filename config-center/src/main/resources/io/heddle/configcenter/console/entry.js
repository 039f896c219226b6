// One entry: what is published and drafted, its releases, its gray release.

import { ask, attempt, cell, confirm, dialog, el, field, pager, query, say, when, who } from './console.js';
import { editor } from './editor.js';
import { member, plain, pretty, read } from './json.js';

const RELEASES = 20;
const KINDS = { PUBLISH: 'published', ROLLBACK: 'rolled back', PROMOTE: 'promoted', IMPORT: 'imported', DELETE: 'deleted' };

export const mayEdit = () => !who().demanded || ['edit', 'admin'].includes(who().scope);
export const target = entry => entry.label ? `${entry.service}@${entry.label}` : entry.service;
export const address = (config, service) => `/entries/${encodeURIComponent(config)}/${encodeURIComponent(service)}`;

/** The data of an answer as nodes of its text. */
export const tree = async (method, path, body) => member(read(await ask(method, path, body, { text: true })), 'data');

const problemPlace = () => el('p', { class: 'problem', role: 'alert', hidden: true });

async function found(path) {
  try {
    return await tree('GET', path);
  } catch (refusal) {
    if (refusal.status === 404) return undefined;
    throw refusal;
  }
}

/** Shows an entry, and one of its parts. `changed` is told when the tree should be looked at again. */
export async function showEntry(place, config, service, part, changed) {
  const path = address(config, service);
  const node = await found(path);
  const entry = node ? plain(node) : { config, service, revision: 0, draft: false };
  const again = async () => { await changed(); await showEntry(place, config, service, part, changed); };
  const scene = { place, path, config, service, node, entry, again, changed };
  const content = await (PARTS.get(part) ?? value)(scene);
  place.dataset.revision = entry.revision;
  place.replaceChildren(head(scene, part), ...content);
  return entry;
}

function head({ config, service, entry, again, path }, part) {
  const here = `#/entries/${encodeURIComponent(config)}/${encodeURIComponent(service)}`;
  const link = (name, to, text) => el('a', { href: to, 'aria-current': part === name ? 'page' : null }, text);
  const published = present(entry.value);
  return el('div', { class: 'stack entry-head' },
    el('div', { class: 'head' },
      el('div', {}, el('h2', { class: 'wrap-any' }, el('span', { class: 'quiet' }, `${config} / `), service),
        el('p', { class: 'small quiet' }, published ? ['Revision ', el('span', { id: 'revision' }, entry.revision), ` by ${entry.author}, `, when(entry.time)] : 'Nothing is published.')),
      el('div', { class: 'badges' }, entry.draft && el('span', { class: 'tag accent' }, 'draft'), entry.gray && el('span', { class: 'tag warn' }, 'gray')),
      published && mayEdit() && el('div', { class: 'end' }, el('button', { type: 'button', class: 'danger', onclick: () => confirm('Delete this entry?',
        `Whoever reads ${config} for ${service} gets nothing from now on. Its history stays, and an old release can be rolled back to.`, 'Delete', async () => {
          await ask('DELETE', path + query({ base: entry.revision }));
          say('The entry is deleted.');
          await again();
          return true;
        }) }, 'Delete'))),
    el('nav', { class: 'tabs', 'aria-label': 'This entry' }, link('value', here, 'Value'), link('history', `${here}/history`, 'History'), link('gray', `${here}/gray`, 'Gray release'),
      el('a', { href: `#/schemas/${encodeURIComponent(config)}` }, 'Schema'), el('a', { href: `#/audit/${encodeURIComponent(config)}/${encodeURIComponent(service.split('@')[0])}` }, 'Audit')));
}

// ---- value and draft ----

async function value(scene) {
  const { path, node, entry } = scene;
  const published = presentNode(node && member(node, 'value'));
  const draft = entry.draft ? await found(`${path}/draft`) : undefined;
  const kept = draft ? pretty(member(draft, 'value')) : published ? pretty(published) : '{\n  \n}';
  const left = mayEdit() ? drafting(scene, draft, kept) : [];
  const right = el('div', { class: 'published' }, el('h3', {}, 'Published'),
    published ? el('pre', { class: 'sheet padded value', id: 'published', tabindex: '0', 'aria-label': 'The published value' }, pretty(published)) : el('p', { class: 'quiet' }, 'Nobody reads anything here yet.'));
  return [el('div', { class: mayEdit() ? 'two' : '' }, ...left, right)];
}

function drafting(scene, draft, kept) {
  const { path, entry, again, changed } = scene;
  const problem = problemPlace();
  const state = el('p', { class: 'small quiet', id: 'state', role: 'status' });
  const left = typed.get(path);
  let base = left?.base ?? (draft ? plain(member(draft, 'base')) : entry.revision);
  let saved = kept;
  const pen = editor({ label: 'Draft', check: text => ask('POST', `${path}/check`, text), onchange: () => tell(), onsave: () => save() });
  const tell = () => {
    const dirty = pen.text() !== saved;
    state.textContent = dirty ? 'Changed, not saved. Ctrl+S saves.' : entry.draft ? `Draft of revision ${base}, saved. Nobody reads it before it is published.` : 'As it is published.';
    if (base !== entry.revision && entry.draft) state.textContent += ` Meanwhile revision ${entry.revision} was published.`;
    publish.disabled = !dirty && !entry.draft;
    drop.hidden = !entry.draft;
    if (dirty) typed.set(path, { text: pen.text(), base });
    else typed.delete(path);
  };
  const save = () => attempt(async () => {
    if (!pen.sound()) return undefined;
    const text = pen.text();
    const keptDraft = await tree('PUT', `${path}/draft` + query({ base }), text);
    saved = text;
    entry.draft = true;
    base = plain(member(keptDraft, 'base'));
    tell();
    const violations = await ask('POST', `${path}/check`, text);
    pen.show(violations);
    say(violations.length ? 'The draft is saved. The schema would not allow it to be published.' : 'The draft is saved.');
    await changed();
    return true;
  }, problem);
  const publish = el('button', { type: 'button', class: 'primary', onclick: async () => {
    if (!pen.sound()) return;
    if (pen.text() !== saved && !await save()) return;
    const violations = await attempt(() => ask('POST', `${path}/check`, pen.text()), problem);
    if (!violations) return;
    pen.show(violations);
    if (violations.length) { problem.textContent = 'The schema does not allow this value; what is wrong is beside its lines.'; problem.hidden = false; return; }
    await publishing(scene, base);
  } }, 'Publish…');
  const drop = el('button', { type: 'button', onclick: () => confirm('Discard the draft?', 'What was edited and not published is lost.', 'Discard', async () => {
    await ask('DELETE', `${path}/draft`);
    typed.delete(path);
    say('The draft is discarded.');
    await again();
    return true;
  }) }, 'Discard');
  pen.set(left?.text ?? kept);
  tell();
  return [el('div', { class: 'drafting' }, pen.element, state, problem,
    el('div', { class: 'actions start' }, publish, el('button', { type: 'button', onclick: save }, 'Save draft'),
      el('button', { type: 'button', onclick: () => { if (pen.sound()) { pen.set(pretty(read(pen.text()))); tell(); } } }, 'Format'), drop))];
}

/**
 * What is typed and saved nowhere, with the revision that it was begun on, by the paths of the entries: it is there again
 * when one comes back to its entry.
 */
const typed = new Map();

/** Whether something is typed that is saved nowhere, for one entry or for any. */
export const unsaved = path => path ? typed.has(path) : typed.size > 0;

/** Gives up what is typed for one entry, or for all. */
export const forget = path => path ? typed.delete(path) : typed.clear();

async function publishing({ path, entry, again }, base) {
  const problem = problemPlace();
  const difference = await attempt(() => diff(path, !present(entry.value) ? 0 : entry.revision, 0));
  if (!difference) return;
  const comment = el('input', { maxlength: 2000, autocomplete: 'off' });
  const go = el('button', { class: 'primary' }, 'Publish');
  const form = el('form', { class: 'stack', onsubmit: async event => {
    event.preventDefault();
    go.disabled = true;
    const done = await attempt(() => ask('POST', `${path}/publish`, { base, comment: comment.value }), problem);
    go.disabled = false;
    if (!done) return;
    typed.delete(path);
    box.close();
    say(`Published as revision ${done.revision}.`);
    await again();
  } }, difference, field('Why', comment, 'Stands in the history.'), problem, el('div', { class: 'actions' }, el('button', { type: 'button', onclick: () => box.close() }, 'Cancel'), go));
  const box = dialog('Publish this draft?', { wide: true }, form);
  comment.focus();
}

/** What differs, path by path. */
async function diff(path, from, to) {
  const all = await tree('GET', `${path}/diff` + query({ from, to }));
  if (!all.items.length) return el('p', { class: 'quiet' }, 'Nothing differs.');
  return el('div', { class: 'scroller sheet', tabindex: '0', role: 'region', 'aria-label': 'What differs' }, el('table', { class: 'diff cards' },
    el('thead', {}, el('tr', {}, ...['Path', 'What', 'Before', 'After'].map(name => el('th', { scope: 'col' }, name)))),
    el('tbody', {}, all.items.map(node => {
      const before = presentNode(member(node, 'before'));
      const after = presentNode(member(node, 'after'));
      const kind = !before ? 'added' : !after ? 'removed' : 'changed';
      return el('tr', { class: kind }, cell('Path', plain(member(node, 'path')) || '/', { class: 'mono wrap-any lead' }), cell('What', el('span', { class: `kind ${kind}` }, kind)),
        cell('Before', before ? el('del', {}, el('pre', {}, pretty(before))) : '', { class: before ? '' : 'blank' }),
        cell('After', after ? el('ins', {}, el('pre', {}, pretty(after))) : '', { class: after ? '' : 'blank' }));
    }))));
}

/** What is absent may be told as null: an absent side and a null look the same then, and the other side tells. */
const presentNode = node => node && node.kind !== 'null' ? node : undefined;
const present = value => value !== undefined && value !== null;

// ---- history ----

async function history(scene, page = 1) {
  const { path, entry, node } = scene;
  if (!node) return [el('p', { class: 'empty sheet' }, 'Nothing was published yet.')];
  const text = await ask('GET', `${path}/releases` + query({ page, limit: RELEASES }), undefined, { text: true });
  const answer = read(text);
  const total = plain(member(answer, 'pagination')).total;
  const rows = member(answer, 'data').items.map(release => releaseRow(scene, release, entry));
  const sheet = el('div', { class: 'sheet' });
  const turn = async to => sheet.replaceWith(...await history(scene, to));
  sheet.append(el('div', { class: 'scroller', tabindex: '0', role: 'region', 'aria-label': 'Releases' }, el('table', { class: 'cards' },
    el('thead', {}, el('tr', {}, ...['Revision', 'How', 'Who', 'When', 'Why'].map(name => el('th', { scope: 'col' }, name)), el('th', { scope: 'col' }, el('span', { class: 'unseen' }, 'Actions')))),
    el('tbody', {}, rows))), ...(total > RELEASES ? [el('div', { class: 'pager' }, pager(page, RELEASES, total, turn))] : []));
  if (!rows.length) sheet.replaceChildren(el('p', { class: 'empty' }, 'Nothing was published yet.'));
  return [sheet];
}

function releaseRow(scene, node, entry) {
  const release = plain(node);
  const holds = release.revision === entry.revision;
  const past = member(node, 'value');
  const view = el('button', { type: 'button', onclick: () => dialog(`Revision ${release.revision}`, { wide: true }, el('pre', { class: 'value', tabindex: '0' }, pretty(past))) }, 'View');
  const back = el('button', { type: 'button', onclick: () => rollingBack(scene, release) }, 'Roll back…');
  return el('tr', {}, cell('Revision', [el('b', {}, release.revision), holds && el('span', { class: 'tag accent holds' }, 'holds')], { class: 'nowrap' }),
    cell('How', KINDS[release.kind] ?? release.kind), cell('Who', release.author, { class: 'wrap-any' }), cell('When', when(release.time), { class: 'nowrap' }),
    cell('Why', release.comment, { class: release.comment ? 'wrap-any' : 'blank' }),
    el('td', { class: 'row-actions' }, presentNode(past) ? [view, !holds && mayEdit() && back] : ''));
}

async function rollingBack({ path, entry, config, service, changed }, release) {
  const problem = problemPlace();
  const difference = await attempt(() => diff(path, !present(entry.value) ? 0 : entry.revision, release.revision));
  if (!difference) return;
  const comment = el('input', { maxlength: 2000, autocomplete: 'off' });
  const go = el('button', { class: 'primary' }, 'Roll back');
  const form = el('form', { class: 'stack', onsubmit: async event => {
    event.preventDefault();
    go.disabled = true;
    const done = await attempt(() => ask('POST', `${path}/rollback`, { revision: release.revision, base: entry.revision, comment: comment.value }), problem);
    go.disabled = false;
    if (!done) return;
    box.close();
    say(`Revision ${release.revision} holds again, as revision ${done.revision}.`);
    await changed();
    location.hash = `#/entries/${encodeURIComponent(config)}/${encodeURIComponent(service)}`;
  } }, el('p', {}, `From revision ${entry.revision}, which holds, to revision ${release.revision}:`), difference, field('Why', comment), problem,
  el('div', { class: 'actions' }, el('button', { type: 'button', onclick: () => box.close() }, 'Cancel'), go));
  const box = dialog(`Roll back to revision ${release.revision}?`, { wide: true }, form);
  comment.focus();
}

// ---- gray ----

async function gray(scene) {
  const { node, entry } = scene;
  const gray = node && member(node, 'gray');
  if (presentNode(gray)) return [going(scene, plain(gray), gray)];
  if (!mayEdit()) return [el('p', { class: 'empty sheet' }, 'Nothing is gray.')];
  return [entry.draft ? beginning(scene) : el('p', { class: 'empty sheet' }, 'Save a draft first: a gray release gives it to some instances before all others.')];
}

function going({ path, entry, again }, gray, node) {
  const act = (title, text, action, work, told) => confirm(title, text, action, async () => { await work(); say(told); await again(); return true; });
  return el('div', { class: 'sheet padded stack' },
    el('dl', { class: 'facts' }, ...[['Labels', gray.labels.join(', ')], ['Instances', gray.instances.join(', ')], ['Revision', gray.revision], ['Begun', [`by ${gray.author}, `, when(gray.time)]]]
      .filter(([, text]) => text !== '').flatMap(([name, text]) => [el('dt', {}, name), el('dd', {}, text)])),
    el('div', {}, el('h3', {}, 'They have'), el('pre', { class: 'value', id: 'gray-value', tabindex: '0' }, pretty(member(node, 'value')))),
    mayEdit() && el('div', { class: 'actions start' },
      el('button', { type: 'button', class: 'primary', onclick: () => act('Give it to all?', `What is gray becomes the release of ${entry.config} for ${target(entry)}.`, 'Promote', () => ask('POST', `${path}/gray/promote`), 'The gray value is published for all.') }, 'Promote to all'),
      el('button', { type: 'button', class: 'danger', onclick: () => act('End the gray release?', 'Those who have it get what is published again.', 'End', () => ask('DELETE', `${path}/gray`), 'The gray release has ended.') }, 'End')));
}

function beginning({ path, again }) {
  const problem = problemPlace();
  const labels = el('input', { autocomplete: 'off', spellcheck: 'false' });
  const instances = el('input', { autocomplete: 'off', spellcheck: 'false' });
  const names = input => input.value.split(/[\s,]+/).filter(name => name);
  return el('form', { class: 'sheet padded stack', onsubmit: event => {
    event.preventDefault();
    attempt(async () => {
      await ask('PUT', `${path}/gray`, { labels: names(labels), instances: names(instances) });
      say('The gray release has begun.');
      await again();
    }, problem);
  } }, el('p', {}, 'Gives the draft to some before all others. Name at least one.'), field('Labels', labels, 'With commas between.'), field('Instances', instances, 'With commas between.'), problem,
  el('div', { class: 'actions start' }, el('button', { class: 'primary' }, 'Begin')));
}

const PARTS = new Map(Object.entries({ history, gray }));
