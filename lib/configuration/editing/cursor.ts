/** Where in a document somebody is writing. */
export type Cursor = {
  /** The names above, of an item of a list `*`. */
  path: string[];
  /** What stands beside, as far as it was written above: of each name on the path, from the document itself on. */
  beside: Record<string, string>[];
  /** A name is written, or what it is. */
  writes: 'name' | 'value';
  /** What has been written of it begins here. */
  from: number;
};

type Open = { indent: number; name: string; beside: Record<string, string> };

const LINE =
  /^( *)((?:- +)*)(?:("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#:'"{[-][^:#]*?|-[^\s:][^:]*?)\s*:(?:(\s+)(.*))?)?$/;

/** By how far its line is indented: half-written YAML has no other order. `offset`: of the text. */
export function cursorInYaml(text: string, offset: number): Cursor {
  const before = text.slice(0, offset).split('\n');
  const line = before.pop()!;
  const open: Open[] = [{ indent: -1, name: '', beside: {} }];
  for (const each of before) step(open, each);
  const start = offset - line.length;
  const [, spaces = '', dashes = ''] = /^( *)((?:- +)*)/.exec(line)!;
  leave(open, spaces.length);
  enterItems(open, spaces.length, dashes);
  const told = LINE.exec(line);
  const isValue = told?.[3] !== undefined && told[4] !== undefined;
  if (isValue) open.push({ indent: spaces.length + dashes.length, name: plain(told[3]!), beside: {} });
  const from = start + (isValue ? line.length - told[5]!.length : spaces.length + dashes.length);
  return { ...placeOf(open), writes: isValue ? 'value' : 'name', from };
}

function step(open: Open[], line: string): void {
  const told = LINE.exec(line.trimEnd());
  if (!told || /^\s*(#|$)/.test(line)) return;
  const [, spaces = '', dashes = '', name, , value = ''] = told;
  leave(open, spaces.length);
  enterItems(open, spaces.length, dashes);
  if (name === undefined) return;
  if (value !== '') open.at(-1)!.beside[plain(name)] = plain(value.replace(/\s+#.*$/, ''));
  open.push({ indent: spaces.length + dashes.length, name: plain(name), beside: {} });
}

function leave(open: Open[], indent: number): void {
  while (open.at(-1)!.indent >= indent) open.pop();
}

function enterItems(open: Open[], indent: number, dashes: string): void {
  for (const [at] of dashes.matchAll(/- +/g)) {
    open.push({ indent, name: '*', beside: {} });
    indent += at.length;
  }
}

function placeOf(open: Open[]): Pick<Cursor, 'path' | 'beside'> {
  return { path: open.slice(1).map(({ name }) => name), beside: open.map(({ beside }) => beside) };
}

function plain(text: string): string {
  const trimmed = text.trim();
  return /^(["']).*\1$/.test(trimmed) ? trimmed.slice(1, -1) : trimmed;
}

const TOKEN = /"(?:[^"\\]|\\.)*(?:"|$)|[{}[\]:,]|[^\s{}[\]:,"]+/g;

/** The same of JSON, by its brackets. */
export function cursorInJson(text: string, offset: number): Cursor {
  const open: (Open & { isList: boolean })[] = [];
  let name: string | null = null;
  let isValue = true;
  let from = offset;
  for (const { 0: token, index } of text.slice(0, offset).matchAll(TOKEN)) {
    const isOpenEnd = index + token.length === offset && !/^[{}[\]:,]$/.test(token) && !/^".*"$/s.test(token);
    if (isOpenEnd) from = index;
    if (token === '{' || token === '[') {
      open.push({
        indent: 0,
        name: open.at(-1)?.isList ? '*' : (name ?? ''),
        beside: {},
        isList: token === '[',
      });
      isValue = token === '[';
      name = null;
    } else if (token === '}' || token === ']') {
      open.pop();
      isValue = false;
    } else if (token === ':') isValue = true;
    else if (token === ',') {
      isValue = open.at(-1)?.isList ?? false;
      name = null;
    } else if (!isOpenEnd && isValue && name !== null) open.at(-1)!.beside[name] = plain(token);
    else if (!isOpenEnd) name = plain(token);
  }
  const path = open.slice(1).map((one) => one.name);
  const beside = open.length === 0 ? [{}] : open.map((one) => one.beside);
  const inList = open.at(-1)?.isList ?? false;
  if (isValue && (name !== null || inList)) {
    path.push(inList ? '*' : name!);
    beside.push({});
  }
  return { path, beside, writes: isValue ? 'value' : 'name', from };
}

/** The name that is written at this place, with those above it; null: there is none. */
export function nameAt(text: string, offset: number, format: 'yaml' | 'json'): Omit<Cursor, 'writes'> | null {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  const line = text.slice(start, end < 0 ? undefined : end);
  const found = [...line.matchAll(format === 'yaml' ? NAME_IN_YAML : NAME_IN_JSON)]
    .map((match) => ({ name: match[2]!, from: start + match.index + match[1]!.length }))
    .findLast(({ from }) => from <= offset);
  if (!found) return null;
  const { path, beside } = (format === 'yaml' ? cursorInYaml : cursorInJson)(text, found.from);
  return { path: [...path, plain(found.name)], beside, from: found.from };
}

const NAME_IN_YAML = /^( *(?:- +)*)("[^"]*"|'[^']*'|[^\s#:'"{[][^:#]*?)\s*:(?=\s|$)/g;
const NAME_IN_JSON = /()("(?:[^"\\]|\\.)*")\s*:/g;
