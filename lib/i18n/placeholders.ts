/** The names an ICU text needs: `{count, plural, one {# day} other {# days}} in <b>{zone}</b>` → `<b>`, count, zone. */
export function placeholders(message: string): string[] {
  const found = new Set<string>();
  const end = readText(message, 0, found);
  if (end !== message.length) throw new Error(`unexpected } in: ${message}`);
  return [...found].sort();
}

/** Reads up to the `}` that closes the text, or its end. */
function readText(message: string, start: number, found: Set<string>): number {
  let at = start;
  while (at < message.length && message[at] !== '}') {
    const tag = /^<(\w+)>/.exec(message.slice(at));
    if (tag) found.add(`<${tag[1]}>`);
    at = message[at] === '{' ? readArgument(message, at + 1, found) : at + 1;
  }
  return at;
}

/** Reads `name}` or `name, type, selector {text} …}`; returns where the text goes on. */
function readArgument(message: string, start: number, found: Set<string>): number {
  const name = /^\s*(\w+)\s*(?=[,}])/.exec(message.slice(start));
  if (!name) throw new Error(`no name after { in: ${message}`);
  found.add(name[1]!);
  let at = start + name[0].length;
  while (at < message.length && message[at] !== '}')
    at = message[at] === '{' ? readText(message, at + 1, found) + 1 : at + 1;
  if (at >= message.length) throw new Error(`missing } in: ${message}`);
  return at + 1;
}
