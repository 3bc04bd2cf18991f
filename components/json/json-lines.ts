/**
 * The line (from 1) on which the field at a dotted path stands; where it is missing, the line of what should contain it.
 * The text is known to be JSON: strings, brackets and commas are all there is to look at.
 */
export function lineOf(text: string, path: string): number | null {
  const lines = fieldLines(text);
  const parts = path.split('.');
  for (let length = parts.length; length > 0; length--) {
    const line = lines.get(parts.slice(0, length).join('.'));
    if (line !== undefined) return line;
  }
  return null;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|\n|[^\s{}[\],:"]+/g;

type Level = { list: boolean; name: string };

function fieldLines(text: string): Map<string, number> {
  const lines = new Map<string, number>();
  const levels: Level[] = [];
  let line = 1;
  let expectsName = false;
  for (const [token] of text.matchAll(TOKEN)) {
    const level = levels.at(-1);
    if (token === '\n') line++;
    else if (token === '{' || token === '[') {
      levels.push({ list: token === '[', name: '0' });
      expectsName = token === '{';
      if (token === '[') lines.set(pathOf(levels), line);
    } else if (token === '}' || token === ']') levels.pop();
    else if (token === ',' && level) {
      expectsName = !level.list;
      if (level.list) {
        level.name = String(Number(level.name) + 1);
        lines.set(pathOf(levels), line);
      }
    } else if (expectsName && level && token.startsWith('"')) {
      level.name = JSON.parse(token) as string;
      lines.set(pathOf(levels), line);
      expectsName = false;
    }
  }
  return lines;
}

function pathOf(levels: Level[]): string {
  return levels.map(({ name }) => name).join('.');
}
