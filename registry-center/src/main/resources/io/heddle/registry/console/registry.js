import { $, ask, attempt, cell, confirm, count, dialog, el, every, field, follow, gathered, get, pager, query, routes,
  say, start, when, who } from './console.js';

const LIMIT = 100;
const MOST_SERVICES = 200;
const MOST_EVENTS = 300;
const STATUSES = ['UP', 'DRAINING', 'SUSPECT', 'DOWN'];

const view = { q: '', name: '', status: '', page: 1, revision: 0, instances: 0, part: 'instances', shown: null };
let stop = () => {};
let asking = new AbortController();

const word = status => status[0] + status.slice(1).toLowerCase();
const badge = (status, held) => el('span', { class: `status ${status.toLowerCase()}` }, word(status) + (held ? ', held' : ''));
const mayChange = () => !who().demanded || who().scope === 'admin';

function age(millis) {
  if (millis < 60_000) return `${(millis / 1000).toFixed(1)} s`;
  if (millis < 3_600_000) return `${Math.floor(millis / 60_000)} min`;
  return `${Math.floor(millis / 3_600_000)} h`;
}

// ---- what there is ----

async function overview() {
  const state = await get('/console/state');
  $('#summary').textContent = `${count(state.services, 'service')}, ${count(state.instances, 'instance')}, ${count(state.watchers, 'watcher')}`;
  protection(state.held);
  view.instances = state.instances;
  const total = document.querySelector('#services [data-service=""] .counts');
  if (total) total.textContent = state.instances.toLocaleString('en');
  filters(state.statuses);
  cluster(state.cluster);
}

/** Set only when it differs, so that it is read out once. A service that is looked at has a note of its own. */
function protection(held) {
  const note = $('#protection');
  const text = held ? `Protection holds ${count(held, 'instance')}: too many of a service went silent at once, so they are kept past their lease and marked suspect.` : '';
  if (note.textContent !== text) note.textContent = text;
  note.hidden = !held || view.name !== '';
}

function filters(counts) {
  const group = $('#statuses');
  if (!group.children.length) {
    group.append(...STATUSES.map(status => el('button', { type: 'button', 'data-status': status, 'aria-pressed': 'false',
      onclick: () => { view.status = view.status === status ? '' : status; view.page = 1; refresh(); } }, el('b'), ` ${word(status)}`)));
  }
  for (const button of group.children) {
    button.firstElementChild.textContent = (counts[button.dataset.status] ?? 0).toLocaleString('en');
    button.setAttribute('aria-pressed', String(view.status === button.dataset.status));
  }
}

async function services(signal) {
  const { data, pagination } = await get('/console/services' + query({ limit: MOST_SERVICES }), { whole: true, signal });
  const list = $('#services');
  const focused = document.activeElement?.dataset?.service;
  const all = service('', 'All services', view.instances);
  list.replaceChildren(el('li', {}, all), ...data.map(line => el('li', {}, serviceOf(line))));
  if (pagination.total > data.length) {
    list.append(el('li', { class: 'more small quiet' }, `The first ${data.length} of ${pagination.total}. Search finds the others.`));
  }
  if (focused !== undefined) [...list.querySelectorAll('button')].find(button => button.dataset.service === focused)?.focus();
  scope(data.find(line => line.name === view.name));
}

function service(name, text, number, trouble) {
  return el('button', { type: 'button', 'data-service': name, 'aria-pressed': String(view.name === name),
    onclick: () => { view.name = name; view.page = 1; refresh(); } },
  el('span', { class: 'name', title: text }, text), el('span', { class: 'counts' }, number.toLocaleString('en')),
  trouble && el('span', { class: 'trouble' }, trouble));
}

function serviceOf(line) {
  const trouble = STATUSES.slice(1).filter(status => line.statuses[status])
    .map(status => `${line.statuses[status]} ${status.toLowerCase()}`);
  if (line.held) trouble.push(`${line.held} held`);
  return service(line.name, line.name, line.instances, trouble.join(', '));
}

function scope(line) {
  const place = $('#scope');
  place.hidden = !view.name;
  if (!view.name) return;
  const counts = STATUSES.filter(status => line?.statuses[status])
    .map(status => el('span', { class: `status ${status.toLowerCase()}` }, `${line.statuses[status]} ${word(status).toLowerCase()}`));
  place.replaceChildren(el('h3', { class: 'wrap-any' }, view.name), ...counts,
    ...(line?.held ? [el('p', { class: 'note small' }, `Protected: ${count(line.held, 'instance')} kept past the lease, since too many went silent at once.`)] : []));
}

async function instances(signal) {
  const { q, name, status, page } = view;
  const { data, pagination } = await get('/console/instances' + query({ q, name, status, page }), { whole: true, signal });
  if (!data.length && page > 1) { view.page = 1; return instances(signal); }
  const body = $('#instances');
  const rows = new Map([...body.children].map(row => [row.dataset.key, row]));
  const focused = document.activeElement?.closest?.('#instances tr')?.dataset.key;
  const next = data.map(line => rowOf(line, rows.get(keyOf(line))));
  if (next.length !== body.children.length || next.some((row, i) => row !== body.children[i])) body.replaceChildren(...next);
  if (focused) [...body.children].find(row => row.dataset.key === focused)?.querySelector('button').focus();
  $('#nothing').hidden = data.length > 0;
  $('.scroller').hidden = data.length === 0;
  $('#nothing').textContent = q || name || status ? 'No instance is like that.' : 'No instance is registered.';
  $('#pages').replaceChildren(...(pagination.total > LIMIT ? pager(page, LIMIT, pagination.total, to => { view.page = to; refresh(); scrollTo(0, 0); }) : []));
  $('#pages').hidden = pagination.total <= LIMIT;
  const found = `${count(pagination.total, 'instance')} found`;
  if ((q || name || status) && $('#found').textContent !== found) $('#found').textContent = found;
}

const keyOf = line => `${line.name} ${line.service}`;

/** Rows that stay keep their elements, so that neither the focus nor a selection is lost. */
function rowOf(line, known) {
  const same = JSON.stringify({ ...line, beat_age_ms: 0 });
  if (known?.dataset.same === same) {
    known.querySelector('.age').textContent = age(line.beat_age_ms);
    return known;
  }
  const row = el('tr', { 'data-key': keyOf(line), 'data-same': same, class: known ? 'fresh' : '' },
    cell('Instance', [el('button', { class: 'as-text mono', type: 'button', onclick: () => open(line.name, line.service) }, line.service),
      el('span', { class: 'of' }, line.name, line.facade && ` · through ${line.facade}`, line.owner && ` · kept by ${line.owner}`)], { class: 'lead' }),
    cell('Status', badge(line.status, line.held)),
    cell('Last beat', el('span', { class: 'age' }, age(line.beat_age_ms)), { class: 'number nowrap' }),
    cell('Zone', line.zone, { class: line.zone ? 'wrap-any' : 'blank' }),
    cell('Weight', line.weight, { class: 'number' }),
    cell('Version', line.version, { class: line.version ? 'wrap-any' : 'blank' }));
  return row;
}

/** Brings what is seen up to date; an older request that is under way is given up. */
async function refresh() {
  asking.abort();
  const mine = asking = new AbortController();
  await attempt(() => Promise.all([overview(), services(mine.signal), instances(mine.signal)]));
}

// ---- one instance ----

async function open(name, service) {
  const body = el('div', { class: 'stack' });
  const problem = el('p', { class: 'problem', role: 'alert', hidden: true });
  const box = dialog(service, { onclose: () => {
    view.shown = null;
    [...$('#instances').children].find(row => row.dataset.key === keyOf({ name, service }))?.querySelector('button').focus();
  } }, problem, body);
  const show = async () => attempt(async () => fill(body, box, problem, await get('/console/instance' + query({ name, service }))), problem);
  view.shown = show;
  await show();
}

function fill(body, box, problem, detail) {
  const typed = body.querySelector('input');
  if (typed && typed === document.activeElement) return;
  const focused = document.activeElement?.dataset?.act;
  body.replaceChildren(actions(detail, box, problem), facts(detail));
  if (focused) body.querySelector(`[data-act="${focused}"]`)?.focus();
}

function facts({ line, registered, ttl_ms, origin_id, metadata, methods }) {
  const pairs = [
    ['Service', line.name],
    ['Status', badge(line.status, line.held)],
    ['Last beat', `${age(line.beat_age_ms)} ago`],
    ['Time to live', ttl_ms ? age(ttl_ms) : 'stays until it is taken out'],
    ['Registered', when(registered)],
    ['Through', line.facade ? `${line.facade}, as ${origin_id}` : 'the registry itself'],
    ['Kept by', line.owner], ['Zone', line.zone], ['Version', line.version],
    ['Methods', methods.length ? el('ul', { class: 'chips' }, methods.map(method => el('li', { class: 'tag mono' }, method))) : ''],
    ...Object.entries(metadata).sort().map(([key, value]) => [key, el('span', { class: 'mono' }, value)]),
  ];
  return el('dl', { class: 'facts' }, pairs.filter(([, value]) => value !== '').flatMap(([key, value]) => [
    el('dt', { class: 'wrap-any' }, key), el('dd', {}, value)]));
}

function actions({ line }, box, problem) {
  if (!mayChange()) return el('p', { class: 'small quiet' }, 'Your token only reads. An admin token can drain, weigh and take out.');
  const identity = { name: line.name, service: line.service };
  const change = (what, told) => attempt(async () => {
    await ask('PATCH', '/console/instance', { ...identity, ...what });
    say(told);
    await refresh();
    await view.shown?.();
  }, problem);
  const weight = el('input', { type: 'number', min: 0, max: 1000, value: line.weight, required: true });
  return el('div', { class: 'stack' },
    el('div', { class: 'actions start' },
      line.status === 'DRAINING' || line.status === 'DOWN' || line.status === 'SUSPECT'
        ? el('button', { type: 'button', 'data-act': 'state', onclick: () => change({ status: 'UP' }, `${line.service} is up.`) }, 'Back to up')
        : el('button', { type: 'button', 'data-act': 'state', onclick: () => change({ status: 'DRAINING' }, `${line.service} is draining: nothing new is sent to it.`) }, 'Drain'),
      el('form', { class: 'weight', onsubmit: event => {
        event.preventDefault();
        weight.blur();
        change({ weight: weight.valueAsNumber }, `${line.service} has the weight ${weight.value}.`);
      } }, field('Weight', weight), el('button', { 'data-act': 'weight' }, 'Set weight')),
      el('button', { type: 'button', class: 'danger', 'data-act': 'out', onclick: () => confirm('Deregister this instance?',
        `${line.service} of ${line.name} is gone for everyone at once. If it still runs, it registers again with its next beat; drain it to keep it out.`, 'Deregister', async () => {
          await ask('POST', '/console/instance/deregister', identity);
          box.close();
          say(`${line.service} is deregistered.`);
          await refresh();
          return true;
        }) }, 'Deregister')));
}

// ---- what happens ----

function news(told) {
  view.revision = Math.max(view.revision, told.revision);
  const list = $('#events');
  const known = list.firstElementChild ? Number(list.firstElementChild.dataset.revision) : 0;
  for (const event of told.events) {
    if (event.revision <= known) continue;
    list.prepend(el('li', { 'data-revision': event.revision, class: known ? 'fresh' : null }, when(event.time),
      el('span', { class: `kind ${event.kind}` }, event.kind),
      el('span', { class: 'what' }, el('b', {}, event.name), ' ', el('span', { class: 'mono' }, event.service),
        el('span', { class: 'quiet' }, event.detail ? ` ${event.detail}` : event.kind === 'came' ? ` ${word(event.status).toLowerCase()}` : ''))));
  }
  while (list.children.length > MOST_EVENTS) list.lastElementChild.remove();
  $('#no-events').hidden = list.children.length > 0;
  if (told.events.length) changed();
}

const changed = gathered(60, () => {
  refresh();
  view.shown?.();
  if (view.part === 'audit') audit();
});

async function audit() {
  const writes = await attempt(() => get('/console/audit'));
  if (!writes) return;
  $('#no-audit').hidden = writes.length > 0;
  $('#part-audit .scroller').hidden = writes.length === 0;
  $('#audit').replaceChildren(...writes.map(write => el('tr', {},
    cell('Time', when(write.time), { class: 'nowrap' }), cell('Who', write.who), cell('From', write.peer), cell('Through', write.through),
    cell('What', [write.action, write.detail && el('span', { class: 'quiet' }, ` ${write.detail}`)], { class: 'wrap-any' }),
    cell('Instance', [el('b', {}, write.name), ' ', el('span', { class: 'mono' }, write.service)], { class: 'wrap-any' }),
    cell('Outcome', write.outcome === 'done' ? 'done' : el('span', { class: 'tag warn' }, write.outcome)))));
}

function cluster({ store, nodes }) {
  const place = $('#cluster');
  const same = JSON.stringify([store, nodes]);
  if (place.dataset.same === same) return;
  place.dataset.same = same;
  if (store === 'none') {
    place.replaceChildren(el('p', {}, el('b', {}, 'Single node.')), el('p', { class: 'quiet' }, 'This registry is alone and keeps everything itself. With a store under it, several nodes share one view.'));
    return;
  }
  place.replaceChildren(
    el('p', {}, 'Store ', badge(store === 'up' ? 'UP' : 'DOWN'), store === 'up' ? '' : ' Reads and beats go on; what changes meanwhile is told to it when it is back.'),
    el('table', { class: 'cards' },
      el('thead', {}, el('tr', {}, ...['Node', 'State'].map(name => el('th', { scope: 'col' }, name)))),
      el('tbody', {}, nodes.map(node => el('tr', {},
        cell('Node', [node.name, node.here && el('span', { class: 'quiet' }, ' this one')]),
        cell('State', badge(node.up ? 'UP' : 'DOWN')))))));
}

// ---- beginning ----

$('#search').addEventListener('input', gathered(90, () => {
  view.q = $('#search').value;
  view.page = 1;
  refresh();
}));
$('#search').addEventListener('keydown', event => {
  if (event.key === 'Escape' && !$('#search').value) $('#search').blur();
});
if (matchMedia('(max-width: 760px)').matches) $('.services details').open = false;

const show = routes({
  instances: () => { view.part = 'instances'; },
  events: () => { view.part = 'events'; },
  audit: () => { view.part = 'audit'; audit(); },
  cluster: () => { view.part = 'cluster'; },
}, 'instances');

const link = live => $('#link').replaceChildren(el('span', { class: live ? 'dot on' : 'dot', 'aria-hidden': 'true' }), live ? 'Live' : 'Not live');

every(2000, async () => {
  if ($('main').hidden || view.part !== 'instances') return;
  await refresh();
  await view.shown?.();
});

start(open => {
  stop();
  $('#link').replaceChildren();
  if (!open) return;
  view.revision = 0;
  $('#events').replaceChildren();
  show();
  refresh();
  stop = follow(() => `/console/events?since=${view.revision}`, news, link);
});
