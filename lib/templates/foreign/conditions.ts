import type { AST } from '@handlebars/parser';
import { quoted } from './converted';
import type { Dialect } from './dialects';
import type { Names, Place } from './names';

/** `before`: what has to stand before the tag. */
export type Condition = { is: string; negated: boolean; before: string };

/** What a block asks; null: it asks nothing that is known here. */
export function conditionOf(
  { path, params }: AST.BlockStatement,
  { dialect, names, places }: { dialect: Dialect; names: Names; places: Place[] },
): Condition | null {
  const name = path.original;
  const value = (node: AST.Expression | undefined) => operand(node, { dialect, names, places });
  if ((name === 'if' || name === 'unless') && params.length === 1) {
    const is = truth(value(params[0]));
    return is === null ? null : { is, negated: name === 'unless', before: '' };
  }
  if (Object.hasOwn(dialect.comparisons, name) && params.length === 2) {
    const [left, right] = params.map(value);
    return left && right
      ? { is: `${left} ${dialect.comparisons[name]} ${right}`, negated: false, before: '' }
      : null;
  }
  if (!Object.hasOwn(dialect.junctions, name) || params.length === 0) return null;
  const all = params.map((each) => truth(value(each)));
  if (all.some((is) => is === null)) return null;
  if (dialect.junctions[name] === 'and') return { is: all.join(' and '), negated: false, before: '' };
  return { is: 'any_of_them', negated: false, before: anyOf(all as string[]) };
}

/** Liquid has no brackets, and takes `and` before `or` from the right. */
function anyOf(all: string[]): string {
  const tests = all.map((is) => `{% if ${is} %}{% assign any_of_them = true %}{% endif %}`);
  return `{% assign any_of_them = false %}${tests.join('')}`;
}

/** Handlebars takes an empty text, an empty list and 0 for no, which Liquid takes for yes. */
function truth(value: string | null): string | null {
  if (value === null || value.startsWith('forloop.')) return value;
  return value.endsWith('.size') ? `${value} > 0` : `${value} != blank and ${value} != 0`;
}

function operand(
  node: AST.Expression | undefined,
  { dialect, names, places }: { dialect: Dialect; names: Names; places: Place[] },
): string | null {
  switch (node?.type) {
    case 'PathExpression':
      return names.resolve(node as AST.PathExpression, places)?.liquid ?? null;
    case 'StringLiteral':
      return quoted((node as AST.StringLiteral).value);
    case 'NumberLiteral':
    case 'BooleanLiteral':
      return String((node as AST.NumberLiteral).value);
    case 'NullLiteral':
    case 'UndefinedLiteral':
      return 'nil';
    case 'SubExpression': {
      const { path, params } = node as AST.SubExpression;
      const isLength = path.type === 'PathExpression' && (path as AST.PathExpression).original === 'length';
      const [of] = params;
      if (!isLength || !dialect.helpers.includes('length') || of?.type !== 'PathExpression') return null;
      const list = names.resolve(of as AST.PathExpression, places, 'list');
      return list && `${list.liquid}.size`;
    }
    default:
      return null;
  }
}
