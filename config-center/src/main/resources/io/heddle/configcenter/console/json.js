// JSON as text: where everything is, and written out again without a number losing a digit.

/** A text that is no JSON. */
export class Mistake extends Error {
  constructor(message, at) {
    super(message);
    this.at = at;
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SPACE = /[ \t\r\n]*/y;
const WORDS = ['true', 'false', 'null'];
const DEEPEST = 200;

/** Reads a text into nodes `{ kind, at, raw | items | members }`. Throws a Mistake that knows where. */
export function read(text) {
  let at = 0;
  const space = () => { SPACE.lastIndex = at; SPACE.test(text); at = SPACE.lastIndex; };
  const fail = message => { throw new Mistake(message, at); };
  const take = pattern => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return undefined;
    const found = text.slice(at, pattern.lastIndex);
    at = pattern.lastIndex;
    return found;
  };
  const string = what => take(STRING) ?? fail(text[at] === '"' ? 'This text does not end, or holds what must be escaped.' : `Here must be ${what}.`);

  function value(depth) {
    space();
    if (depth > DEEPEST) fail('This is too deep.');
    const from = at;
    const first = text[at];
    if (first === '{') return { kind: 'object', at: from, members: list('}', () => member(depth)) };
    if (first === '[') return { kind: 'array', at: from, items: list(']', () => value(depth + 1)) };
    if (first === '"') return { kind: 'string', at: from, raw: string('a text') };
    const word = WORDS.find(each => text.startsWith(each, at));
    if (word) { at += word.length; return { kind: word, at: from, raw: word }; }
    const number = take(NUMBER);
    return number ? { kind: 'number', at: from, raw: number } : fail(at >= text.length ? 'The text ends too early.' : 'Here must be a value.');
  }

  function member(depth) {
    space();
    const from = at;
    const raw = string('a name in double quotes');
    space();
    if (text[at] !== ':') fail('Here must be a colon.');
    at++;
    return { key: JSON.parse(raw), raw, at: from, node: value(depth + 1) };
  }

  function list(end, each) {
    const all = [];
    at++;
    space();
    if (text[at] === end) { at++; return all; }
    for (;;) {
      all.push(each());
      space();
      if (text[at] === end) { at++; return all; }
      if (text[at] !== ',') fail(at >= text.length ? 'The text ends too early.' : `Here must be a comma or ${end}.`);
      at++;
      space();
      if (text[at] === end) fail('There is a comma too many.');
    }
  }

  const root = value(0);
  space();
  if (at < text.length) fail('The value ends before this.');
  return root;
}

/** The node of a member; undefined when there is none. */
export const member = (node, key) => node?.members?.find(each => each.key === key)?.node;

/** The plain value of a node. */
export function plain(node) {
  if (node.kind === 'object') return Object.fromEntries(node.members.map(each => [each.key, plain(each.node)]));
  if (node.kind === 'array') return node.items.map(plain);
  return JSON.parse(node.raw);
}

/** Written out with one member a line. */
export function pretty(node, indent = '') {
  const inner = `${indent}  `;
  if (node.kind === 'object') return block('{', '}', node.members.map(each => `${inner}${each.raw}: ${pretty(each.node, inner)}`), indent);
  if (node.kind === 'array') return block('[', ']', node.items.map(each => inner + pretty(each, inner)), indent);
  return node.raw;
}

const block = (open, close, lines, indent) => lines.length ? `${open}\n${lines.join(',\n')}\n${indent}${close}` : open + close;

/** Where the node of a JSON Pointer begins; the nearest one around it when it is not there. */
export function locate(root, pointer) {
  let node = root;
  let at = root.at;
  for (const part of pointer.split('/').slice(1).map(each => each.replaceAll('~1', '/').replaceAll('~0', '~'))) {
    const found = node.kind === 'object' ? node.members.find(each => each.key === part)
      : node.kind === 'array' && node.items[Number(part)] ? { at: node.items[Number(part)].at, node: node.items[Number(part)] } : undefined;
    if (!found) break;
    ({ at, node } = found);
  }
  return at;
}

export const lineOf = (text, at) => text.slice(0, at).split('\n').length;
export const columnOf = (text, at) => at - text.lastIndexOf('\n', at - 1);
