import { LIQUID, spansOf } from '@/lib/text/spans';
import { type ConversionProblem, type Converted, problemAt, type UsedVariables } from './converted';
import { nameHere } from './names';

/** https://help.brevo.com/hc/en-us/articles/360000946299 */
const LINKS: Record<string, string> = {
  unsubscribe: 'unsubscribe_url',
  update_profile: 'preferences_url',
};
const TAGS: Record<string, string> = {
  ...{ if: 'if', elif: 'elsif', else: 'else', endif: 'endif', for: 'for', endfor: 'endfor' },
};
/** By the name here; what the two call alike does alike. */
const FILTERS: Record<string, string> = {
  ...{ default: 'default', lower: 'downcase', upper: 'upcase', length: 'size', join: 'join', first: 'first' },
  ...{ last: 'last', capfirst: 'capitalize', truncatechars: 'truncate' },
};
const WORD = /"[^"]*"|'[^']*'|[A-Za-z_][\w.]*/g;
const OPERATORS = ['and', 'or', 'not', 'in', 'contains', 'true', 'false', 'nil', 'empty', 'blank'];

/**
 * Brevo's own language, which is Django's in small: `{{ params.name }}` is our variable `name`, what is kept of a contact is one object.
 * What has no counterpart is left out and named with its line.
 */
export function fromBrevo(source: string, used: UsedVariables): Converted {
  const problems: ConversionProblem[] = [];
  const loops: string[] = [];
  let line = 1;
  const liquid = piecesOf(source)
    .map((piece) => {
      const at = line;
      line += piece.split('\n').length - 1;
      const report = (code: ConversionProblem['code'], shown: string): '' => {
        problems.push(problemAt(at, code, shown));
        return '';
      };
      if (piece.startsWith('{{')) return output(piece.slice(2, -2), { used, loops, report });
      if (piece.startsWith('{%')) return tag(piece.slice(2, -2), { used, loops, report });
      return piece;
    })
    .join('');
  return { liquid, problems };
}

/** What is printed, tags, and the text between them. */
function piecesOf(source: string): string[] {
  const pieces: string[] = [];
  let read = 0;
  for (const { text, at } of spansOf(source, LIQUID)) {
    pieces.push(source.slice(read, at), text);
    read = at + text.length;
  }
  return [...pieces, source.slice(read)];
}

type Around = {
  used: UsedVariables;
  loops: string[];
  report: (code: ConversionProblem['code'], shown: string) => '';
};

function output(inner: string, around: Around): string {
  const [value = '', ...filters] = inner.split('|').map((part) => part.trim());
  if (Object.hasOwn(LINKS, value)) return `{{ ${LINKS[value]} }}`;
  const path = nameIn(value, around);
  if (!path) return around.report('path', value);
  const written = filters.filter((each) => each !== 'safe').map(filterOf);
  const unknown = written.indexOf(null);
  if (unknown >= 0) return around.report('filter', filters[unknown]!);
  const mayLack = path.includes('.') && !written.some((each) => each?.startsWith('default'));
  return `{{ ${[path, ...written, ...(mayLack ? ['default: ""'] : [])].join(' | ')} }}`;
}

/** `default:"x"` → `default: "x"`. */
function filterOf(filter: string): string | null {
  const [, name = '', argument] = /^(\w+)(?:\s*:\s*(.+))?$/s.exec(filter) ?? [];
  if (!Object.hasOwn(FILTERS, name)) return null;
  return argument === undefined ? FILTERS[name]! : `${FILTERS[name]}: ${argument}`;
}

function tag(inner: string, around: Around): string {
  const [, name = '', told = ''] = /^(\w+)([\s\S]*)$/.exec(inner.trim().replace(/^-|-$/g, '').trim()) ?? [];
  const rest = told.trim();
  if (!Object.hasOwn(TAGS, name)) return around.report('tag', inner);
  if (name === 'for') return loop(rest, around);
  if (name === 'endfor') around.loops.pop();
  if (rest === '') return `{% ${TAGS[name]} %}`;
  const is = rest.replace(WORD, (word) => {
    if (/^["']/.test(word) || OPERATORS.includes(word.toLowerCase())) return word;
    return nameIn(word, around) ?? word;
  });
  return `{% ${TAGS[name]} ${is} %}`;
}

function loop(rest: string, around: Around): string {
  const [, item, list] = /^(\w+)\s+in\s+([\w.]+)$/.exec(rest) ?? [];
  const over = list && nameIn(list, around, 'list');
  if (!item || !over) {
    around.loops.push('');
    return around.report('tag', `for ${rest}`);
  }
  around.loops.push(item);
  return `{% for ${item} in ${over} %}`;
}

function nameIn(
  word: string,
  { used, loops, report }: Around,
  type: 'text' | 'list' = 'text',
): string | null {
  const [first = '', ...rest] = word.split('.');
  if (!/^[A-Za-z_]\w*$/.test(first)) return null;
  if (loops.includes(first)) return word;
  if (first === 'forloop')
    return word.replace('forloop.counter0', 'forloop.index0').replace('forloop.counter', 'forloop.index');
  const [name = '', ...further] = first === 'params' ? rest : [first, ...rest];
  if (name === '') return null;
  const ours = nameHere(name);
  if (ours !== name) report('renamed', `${name} → ${ours}`);
  used.add(ours, further.length > 0 ? 'object' : type);
  return [ours, ...further].join('.');
}
