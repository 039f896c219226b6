// The page for buying: a user, a button, and what came of it.
const id = location.pathname.split('/')[2];
const claims = `/activities/${id}/seckill`;
const at = name => document.getElementById(name);

const words = {
  WON: 'It is yours.',
  ALREADY_WON: 'It is yours already.',
  SOLD_OUT: 'Sold out.',
  NOT_STARTED: 'It has not begun.',
  ENDED: 'It is over.',
  RELEASED: 'You had one, and it went back.',
  NONE: 'You have none yet.',
};

function show(what, ...details) {
  const lines = [what, ...details].map((text, index) => {
    const line = document.createElement('p');
    if (index === 0) line.className = 'what';
    line.textContent = text;
    return line;
  });
  at('result').replaceChildren(...lines);
}

function tell(data) {
  const details = [];
  if (data.order_id) details.push(`Order ${data.order_id}`);
  if (data.won && !data.paid && data.pay_by) details.push(`Pay by ${new Date(data.pay_by).toLocaleString()}`);
  if (data.paid) details.push('Paid.');
  if (data.status === 'SOLD_OUT' && !data.final) details.push('Some are not paid for yet and may come back: try again later.');
  if (data.starts_at) details.push(`From ${new Date(data.starts_at).toLocaleString()}`);
  show(words[data.status] ?? data.status, ...details);
}

// 503 and a lost connection promise nothing and are safe to ask again.
async function ask(path, options) {
  for (let attempt = 0; ; attempt++) {
    try {
      const answer = await fetch(path, options);
      const body = await answer.json();
      if (answer.ok) return tell(body.data);
      if (answer.status !== 503) return show('That did not work.', body.message);
    } catch (lost) {
      console.info('asked without an answer', lost);
    }
    if (attempt === 20) return show('Nobody knows yet.', 'The shop does not answer. Ask again: nothing is lost by it.');
    show('One moment…', 'The shop is busy; asking again.');
    await new Promise(done => setTimeout(done, 500));
  }
}

async function alone(work) {
  at('press').disabled = at('look').disabled = true;
  try {
    await work();
  } finally {
    at('press').disabled = at('look').disabled = false;
  }
}

at('buy').addEventListener('submit', event => {
  event.preventDefault();
  const body = JSON.stringify({ user_id: at('user').value });
  alone(() => ask(claims, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body }));
});

at('look').addEventListener('click', () => {
  if (at('user').reportValidity()) alone(() => ask(`${claims}/${encodeURIComponent(at('user').value)}`));
});

at('live').href = `/live/${id}`;
new EventSource(`/activities/${id}/live`).addEventListener('message', event => {
  const sale = JSON.parse(event.data);
  document.title = at('name').textContent = sale.name;
  at('product').textContent = sale.product ?? '';
  at('price').textContent = sale.price === null || sale.price === undefined ? '' : sale.price.toFixed(2);
  at('state').textContent = sale.state;
  at('state').className = `state ${sale.state.replace(' ', '-')}`;
  at('left').textContent = `${sale.available} of ${sale.units} left`;
});
