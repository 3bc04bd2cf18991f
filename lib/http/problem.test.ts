import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { MAX_ERRORS } from '@/lib/errors';
import { SCOPES, TokenInput } from '@/lib/tokens/schema';
import { fromZodError } from './problem';

function problemOf(schema: z.ZodType, value: unknown) {
  const parsed = schema.safeParse(value, { reportInput: true });
  return fromZodError(parsed.error!);
}

describe('fromZodError', () => {
  const keys = Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`k${n}`, 1]));

  it('names at most fifty, however many there are', () => {
    expect(problemOf(z.strictObject({}), keys).errors).toHaveLength(MAX_ERRORS);
    const list = z.array(z.strictObject({}));
    expect(problemOf(list, [keys, keys, keys]).errors).toHaveLength(MAX_ERRORS);
    expect(problemOf(z.array(z.number()), Array(500).fill('x')).errors).toHaveLength(MAX_ERRORS);
    expect(problemOf(z.union([z.strictObject({}), z.string()]), keys).errors).toHaveLength(MAX_ERRORS);
  });

  it('does not say back what it was told at length', () => {
    const problem = problemOf(z.strictObject({}), { ['x'.repeat(1_000_000)]: 1 });
    expect(JSON.stringify(problem.errors).length + problem.detail.length).toBeLessThan(2000);
  });

  it('names what is in no list of names once, and the names there are once', () => {
    const schema = z.strictObject({ scopes: z.array(z.enum(['read', 'send'])) });
    const { errors, detail } = problemOf(schema, { scopes: ['read', 'raed', 'all', 'raed', 'all', 7] });
    expect(errors).toEqual([
      {
        path: 'scopes.1',
        code: 'unknown_options_meant',
        params: { names: '"raed", "all", 7', meant: 'read', options: 'read, send' },
        message: 'Invalid option: "raed", "all", 7 (did you mean read?); there are read, send',
      },
    ]);
    expect(detail).toContain('"raed", "all", 7');
    expect(problemOf(schema, { scopes: ['everything'] }).errors?.[0]).toMatchObject({
      code: 'unknown_options',
      message: 'Invalid option: "everything"; there are read, send',
    });
  });

  it('tells a wrong scope of a token by a sentence with the right ones and the one that was meant', () => {
    const { errors } = problemOf(TokenInput, { name: 'desk', scopes: ['message:send', 'all'] });
    expect(errors).toHaveLength(1);
    expect(errors![0]!.message).toBe(
      `Invalid option: "message:send", "all" (did you mean messages:send?); there are ${SCOPES.join(', ')}`,
    );
  });
});
