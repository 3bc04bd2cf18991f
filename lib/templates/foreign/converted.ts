import type { VariableType } from '../variables';

/**
 * What could not be put into Liquid as it is, and where. `renamed`: its name belongs to every template here, or cannot be one; `html`: it is
 * printed as text; everything else is left out.
 */
export const CONVERSION_CODES = [
  ...(['syntax', 'helper', 'partial', 'path', 'date', 'filter', 'tag', 'renamed', 'html'] as const),
] as const;
export type ConversionProblem = {
  line: number;
  code: (typeof CONVERSION_CODES)[number];
  /** As it stands there. */
  shown: string;
};

export type Converted = { liquid: string; problems: ConversionProblem[] };

const MOST_SHOWN = 80;

export function problemAt(line: number, code: ConversionProblem['code'], shown: string): ConversionProblem {
  return { line, code, shown: shown.replace(/\s+/g, ' ').trim().slice(0, MOST_SHOWN) };
}

/** What stands for itself there and would begin something here. */
export function literal(text: string): string {
  return text.replace(/\{[{%]/g, (opening) => `{{ "${opening}" }}`);
}

/** In Liquid no quote can be written within quotes of its kind. Null: it has both. */
export function quoted(text: string): string | null {
  if (!text.includes('"')) return `"${text}"`;
  return text.includes("'") ? null : `'${text}'`;
}

/** The more particular comes last: what is repeated is a list, whatever else is done with it. */
const ORDER: VariableType[] = ['text', 'url', 'html', 'object', 'list'];

/** The variables that a template asks for, with what their use says of them. */
export class UsedVariables {
  private readonly types = new Map<string, VariableType>();

  add(name: string, type: VariableType): void {
    const before = this.types.get(name);
    if (before === undefined || ORDER.indexOf(type) > ORDER.indexOf(before)) this.types.set(name, type);
  }

  /** In the order in which they are met. */
  list(): { name: string; type: VariableType }[] {
    return Array.from(this.types, ([name, type]) => ({ name, type }));
  }
}
