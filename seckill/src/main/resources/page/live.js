// The sale as it goes on. Everything shown comes from one stream of server-sent events.
const id = location.pathname.split('/')[2];
const at = name => document.getElementById(name);
const POINTS = 240;
const rates = [];
let last;

const whole = new Intl.NumberFormat('en');
const put = (name, value) => { at(name).textContent = typeof value === 'number' ? whole.format(value) : value; };

function bar(sale) {
  const share = units => 100 * units / sale.units;
  at('bar_paid').setAttribute('width', share(sale.paid));
  at('bar_held').setAttribute('x', share(sale.paid));
  at('bar_held').setAttribute('width', share(sale.held));
}

function identity(sale) {
  const sum = `${whole.format(sale.available)} available + ${whole.format(sale.held)} held + ${whole.format(sale.paid)} paid`;
  put('identity', sale.balanced ? `✓ ${sum} = ${whole.format(sale.units)}` : `✗ ${sum} is not ${whole.format(sale.units)}`);
  at('identity').className = sale.balanced ? 'right' : 'wrong';
}

// The first point and a restart of the service have nothing to be compared with.
function rate(sale) {
  const now = Date.parse(sale.server_time);
  const seconds = last ? (now - last.now) / 1000 : 0;
  const made = last ? sale.engine.decisions - last.decisions : 0;
  last = { now, decisions: sale.engine.decisions };
  if (seconds <= 0 || made < 0) return;
  const value = Math.round(made / seconds);
  put('rate', value);
  rates.push(value);
  if (rates.length > POINTS) rates.shift();
  const top = Math.max(1, ...rates);
  at('line').setAttribute('points', rates.map((each, x) => `${x},${98 - 96 * each / top}`).join(' '));
}

function show(sale) {
  document.title = sale.name;
  put('name', sale.name);
  put('state', sale.state);
  at('state').className = `state ${sale.state.replace(' ', '-')}`;
  for (const name of ['units', 'available', 'held', 'paid', 'released', 'lag', 'number']) put(name, sale[name]);
  put('decisions', sale.engine.decisions);
  put('per_sync', sale.engine.syncs ? (sale.engine.events / sale.engine.syncs).toFixed(1) : '–');
  put('slowest', sale.engine.syncs ? `${(sale.engine.slowest_sync_us / 1000).toFixed(1)} ms` : '–');
  put('starts', sale.engine.starts);
  put('recovery', `last in ${whole.format(sale.engine.recovery_ms)} ms`);
  bar(sale);
  identity(sale);
  rate(sale);
}

at('shop').href = `/shop/${id}`;
const stream = new EventSource(`/activities/${id}/live`);
stream.addEventListener('open', () => put('link', 'live'));
stream.addEventListener('error', () => put('link', 'the service is away; connecting again'));
stream.addEventListener('message', event => show(JSON.parse(event.data)));
