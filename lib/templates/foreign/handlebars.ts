import { type AST, parse } from '@handlebars/parser';
import type { VariableType } from '../variables';
import { type Condition, conditionOf } from './conditions';
import {
  type ConversionProblem,
  type Converted,
  literal,
  problemAt,
  quoted,
  type UsedVariables,
} from './converted';
import type { Dialect } from './dialects';
import { fromMoment } from './moment-format';
import { Names, type Place, type Resolved, ROOT } from './names';

/**
 * Handlebars as a service renders it, in Liquid that renders the same: what is missing prints nothing. What has no counterpart is left out
 * and named with its line. `used` gathers the variables.
 */
export function fromHandlebars(
  source: string,
  { dialect, isHtml }: { dialect: Dialect; isHtml: boolean },
  used: UsedVariables,
): Converted {
  const walk = new Walk({ dialect, isHtml }, { used, words: new Set(source.match(/\w+/g)) });
  try {
    return { liquid: unmark(walk.program(parse(mark(source, dialect)), [ROOT])), problems: walk.problems };
  } catch (error) {
    const { message } = error as Error;
    const [, line = '1'] = /line (\d+)/i.exec(message) ?? [];
    return { liquid: '', problems: [problemAt(Number(line), 'syntax', message.split('\n')[0] ?? '')] };
  }
}

/** Marks of the service outside of Handlebars are carried past its parser. */
function mark(source: string, { marks }: Dialect): string {
  const plain = source.replace(/[\uE000\uE001]/g, '');
  return marks.reduce((text, [found, name]) => text.replace(found, `\uE000${name}\uE001`), plain);
}

const unmark = (liquid: string) => liquid.replace(/\uE000(\w+)\uE001/g, '{{ $1 }}');

class Walk {
  readonly problems: ConversionProblem[] = [];
  private readonly names: Names;
  private readonly words: Set<string>;
  private readonly tried = new Map<string, number>();
  private line = 1;

  private readonly dialect: Dialect;
  private readonly isHtml: boolean;

  constructor(
    { dialect, isHtml }: { dialect: Dialect; isHtml: boolean },
    { used, words }: { used: UsedVariables; words: Set<string> },
  ) {
    this.dialect = dialect;
    this.isHtml = isHtml;
    this.words = words;
    this.names = new Names(used, (name) => this.report('renamed', name));
  }

  program(program: AST.Program | undefined, places: Place[]): string {
    let before = '';
    return (program?.body ?? [])
      .map((node) => {
        this.line = node.loc.start.line;
        before = this.statement(node, places, before);
        return before;
      })
      .join('');
  }

  private report(code: ConversionProblem['code'], shown: string): '' {
    const problem = problemAt(this.line, code, shown);
    // A name that is another here is told once.
    if (code !== 'renamed' || !this.problems.some((one) => one.code === code && one.shown === shown))
      this.problems.push(problem);
    return '';
  }

  private statement(node: AST.Statement, places: Place[], before: string): string {
    switch (node.type) {
      case 'ContentStatement':
        return literal((node as AST.ContentStatement).value);
      case 'CommentStatement':
        return '';
      case 'MustacheStatement':
        return this.printed(node as AST.MustacheStatement, places, before);
      case 'BlockStatement':
        return this.block(node as AST.BlockStatement, places);
      case 'PartialStatement':
      case 'PartialBlockStatement':
        return this.report(
          'partial',
          String(((node as AST.PartialStatement).name as AST.PathExpression).original),
        );
      default:
        return this.report('helper', node.type);
    }
  }

  private printed(
    { path, params, hash, escaped }: AST.MustacheStatement,
    places: Place[],
    before: string,
  ): string {
    if (path.type !== 'PathExpression') return this.report('helper', path.type);
    const named = path as AST.PathExpression;
    const { original } = named;
    if (Object.hasOwn(this.dialect.links, original)) return this.link(original, hash, before);
    if (params.length > 0 || (hash?.pairs.length ?? 0) > 0) return this.helped(original, params, places);
    const found = this.names.resolve(named, places, typeOf(escaped, before));
    if (!found) return this.report('path', original);
    if (!escaped && !found.root) this.report('html', original);
    // What the message itself does not have is declared to be nothing.
    const hasFallback = found.root || !/[.[]/.test(found.liquid) || found.liquid.startsWith('forloop.');
    return hasFallback ? `{{ ${found.liquid} }}` : `{{ ${found.liquid} | default: "" }}`;
  }

  private link(name: string, hash: AST.Hash | undefined, before: string): string {
    const { links, linkText } = this.dialect;
    const url = `{{ ${links[name]} }}`;
    if (!linkText || !this.isHtml || IN_ADDRESS.test(before)) return url;
    const label = hash?.pairs.find(({ key }) => key === 'label')?.value as AST.StringLiteral | undefined;
    return `<a href="${url}">${literal(label?.value ?? linkText)}</a>`;
  }

  private helped(helper: string, [first, second]: AST.Expression[], places: Place[]): string {
    const isPath = first?.type === 'PathExpression' && this.dialect.helpers.includes(helper);
    const value = isPath ? this.names.resolve(first as AST.PathExpression, places)?.liquid : null;
    const told = second?.type === 'StringLiteral' ? (second as AST.StringLiteral).value : '';
    if (!value) return this.report('helper', helper);
    if (helper === 'length') return `{{ ${value}.size | default: 0 }}`;
    if (helper === 'insert') {
      const otherwise = quoted(told.replace(/^default=/, ''));
      return otherwise ? `{{ ${value} | default: ${otherwise} }}` : this.report('helper', told);
    }
    const format = fromMoment(told);
    return format && quoted(format)
      ? `{% if ${value} %}{{ ${value} | date: ${quoted(format)} }}{% endif %}`
      : this.report('date', told);
  }

  private block(node: AST.BlockStatement, places: Place[]): string {
    const name = node.path.original;
    const [over] = node.params;
    if (name === 'each') return this.each(node, over, places);
    if (name === 'with') return this.into(node, over, places);
    const condition = this.ask(node, places);
    if (condition) return this.choice(node, condition, places);
    if (node.params.length === 0 && this.dialect.scopes) return this.into(node, node.path, places);
    return this.report('helper', `{{#${name}}}`);
  }

  private ask(node: AST.BlockStatement, places: Place[]): Condition | null {
    return conditionOf(node, { dialect: this.dialect, names: this.names, places });
  }

  /** `else if` goes on as `elsif` where that says the same. */
  private choice(node: AST.BlockStatement, { is, negated, before }: Condition, places: Place[]): string {
    const tag = negated ? 'unless' : 'if';
    return `${before}{% ${tag} ${is} %}${this.program(node.program, places)}${this.otherwise(node, places)}{% end${tag} %}`;
  }

  private otherwise({ inverse }: AST.BlockStatement, places: Place[]): string {
    if (!inverse) return '';
    const [only] = inverse.body;
    const isChained = (inverse as { chained?: boolean }).chained && only?.type === 'BlockStatement';
    const next = isChained ? this.ask(only as AST.BlockStatement, places) : null;
    if (!next || next.negated || next.before) return `{% else %}${this.program(inverse, places)}`;
    const block = only as AST.BlockStatement;
    return `{% elsif ${next.is} %}${this.program(block.program, places)}${this.otherwise(block, places)}`;
  }

  private each(node: AST.BlockStatement, over: AST.Expression | undefined, places: Place[]): string {
    const list = this.found(over, places, 'list')?.liquid;
    if (!list) return this.report('helper', '{{#each}}');
    const item = this.free('item');
    const [name, index] = node.program.blockParams ?? [];
    const aliases = { ...(name && { [name]: item }), ...(index && { [index]: 'forloop.index0' }) };
    const body = this.program(node.program, [...places, { at: item, loops: true, aliases }]);
    const none = node.inverse ? `{% else %}${this.program(node.inverse, places)}` : '';
    return `{% for ${item} in ${list} %}${body}${none}{% endfor %}`;
  }

  /** Names in it are those of `over`. */
  private into(node: AST.BlockStatement, over: AST.Expression | undefined, places: Place[]): string {
    const found = this.found(over, places, 'text');
    if (!found) return this.report('path', node.path.original);
    const { liquid: at, root } = found;
    const is = `${at} != blank`;
    if (!node.program) return `{% unless ${is} %}${this.program(node.inverse, places)}{% endunless %}`;
    const [name] = node.program.blockParams ?? [];
    const aliases = name ? { [name]: at } : {};
    const loops = places.at(-1)?.loops ?? false;
    const body = this.program(node.program, [...places, { at, loops, aliases, root }]);
    const otherwise = node.inverse ? `{% else %}${this.program(node.inverse, places)}` : '';
    return `{% if ${is} %}${body}${otherwise}{% endif %}`;
  }

  private found(node: AST.Expression | undefined, places: Place[], type: VariableType): Resolved | null {
    return node?.type === 'PathExpression'
      ? this.names.resolve(node as AST.PathExpression, places, type)
      : null;
  }

  /** A word that nothing in the text is called by. */
  private free(word: string): string {
    for (;;) {
      const count = (this.tried.get(word) ?? 0) + 1;
      this.tried.set(word, count);
      const name = count === 1 ? word : `${word}${count}`;
      if (this.words.has(name)) continue;
      this.words.add(name);
      return name;
    }
  }
}

const IN_ADDRESS = /(?:href|src)\s*=\s*["']?$/i;

/** Of a variable that is all of an address, or that may bring its own HTML. */
function typeOf(escaped: boolean, before: string): VariableType {
  if (IN_ADDRESS.test(before)) return 'url';
  return escaped ? 'text' : 'html';
}
