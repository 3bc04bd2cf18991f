import { z } from 'zod';
import { line, path, variableName } from './fields';

/** When a section or block is shown. */
export const Condition = z.discriminatedUnion('is', [
  z.strictObject({ variable: path, is: z.enum(['present', 'missing']) }),
  z.strictObject({ variable: path, is: z.enum(['equal', 'unequal']), value: line(200) }),
  z.strictObject({ variable: path, is: z.enum(['above', 'below']), value: z.number().min(-1e15).max(1e15) }),
]);
export type Condition = z.infer<typeof Condition>;

/** Once for each entry of a list: `{ each: "articles", as: "article" }`. */
export const Repeat = z.strictObject({ each: path, as: variableName });
export type Repeat = z.infer<typeof Repeat>;

export type Flow = { showIf?: Condition | undefined; repeat?: Repeat | undefined };

const SIGNS = { equal: '==', unequal: '!=', above: '>', below: '<' } as const;

/**
 * The Liquid before and after what is shown under conditions or repeated. A variable that is not there may only stand alone in an `if`,
 * or before `default` (liquidjs, lenientIf).
 */
export function flowAround({ showIf, repeat }: Flow): { before: string[]; after: string[] } {
  const before: string[] = [];
  const after: string[] = [];
  if (showIf) {
    const { opening, closing } = condition(showIf);
    before.push(...opening);
    after.unshift(...closing);
  }
  if (repeat) {
    before.push(`{% if ${repeat.each} %}`, `{% for ${repeat.as} in ${repeat.each} %}`);
    after.unshift('{% endfor %}', '{% endif %}');
  }
  return { before, after };
}

function condition(given: Condition): { opening: string[]; closing: string[] } {
  const { variable, is } = given;
  switch (is) {
    // What is empty counts as missing: a program may well send '' or [].
    case 'present':
      return { opening: [known(variable, 'false'), '{% if shown %}'], closing: ['{% endif %}'] };
    case 'missing':
      return { opening: [known(variable, 'false'), '{% unless shown %}'], closing: ['{% endunless %}'] };
    case 'equal':
    case 'unequal':
      return {
        opening: [known(variable, "''"), `{% if shown ${SIGNS[is]} ${literal(given.value)} %}`],
        closing: ['{% endif %}'],
      };
    default:
      return {
        opening: [`{% if ${variable} %}`, `{% if ${variable} ${SIGNS[is]} ${literal(given.value)} %}`],
        closing: ['{% endif %}', '{% endif %}'],
      };
  }
}

function known(variable: string, otherwise: string): string {
  return `{% assign shown = ${variable} | default: ${otherwise} %}`;
}

/** Liquid knows no escapes within quotes. */
function literal(value: string | number): string {
  return typeof value === 'number' ? String(value) : `'${value.replace(/['{}%]/g, '')}'`;
}
