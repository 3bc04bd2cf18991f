import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { emailForm } from '@/lib/channels/email/form';
import { fieldErrorsOf } from '@/lib/field-errors';
import { isFlawCode } from '@/lib/flaws';
import { translator } from '@/lib/i18n/translate';
import { readSchemas } from '@/lib/testing/hostile/read-schemas';
import { HOSTILE_VALUES } from '@/lib/testing/hostile/values';
import { walkSchema } from '@/lib/testing/hostile/walk-schema';
import { composeSchema } from './(panel)/messages/compose/compose-schema';

const tell = translator('es');
/** Words that no Spanish sentence has. */
const ENGLISH = /\b(the|must|not|at least|at most|expected|invalid|please|and|be|is)\b/i;
/** Read at the start, before there is a panel; what a person types into it is told in its own words. Answers nobody types at all. */
const NOT_SHOWN = /^lib\/(env|testing|openapi\/answers)\b/;

async function formSchemas() {
  const all = [...(await readSchemas()), ...walkSchema(composeSchema('email', emailForm), 'composeSchema')];
  // Rules and transforms are schemas too, but for values that passed what stands before them.
  return all.filter(
    ({ path, node }) =>
      !NOT_SHOWN.test(path) && !path.includes('.checks.') && node._zod.def.type !== 'transform',
  );
}

describe('whatever is typed into any schema', () => {
  it('is told by a code that has a Spanish sentence, with nothing English in it', async () => {
    const schemas = await formSchemas();
    expect(schemas.length).toBeGreaterThan(200);
    const wrong = new Set<string>();
    for (const { node, path } of schemas)
      for (const value of HOSTILE_VALUES)
        for (const { code, params } of errorsOf(node as z.ZodType, value)) {
          const text = tell(`flaws.${code}`, params);
          if (code === 'wrong' || code === 'wrong_format') wrong.add(`${path}: ${code}`);
          if (!isFlawCode(code) || ENGLISH.test(text)) wrong.add(`${path}: ${text}`);
        }
    expect([...wrong]).toEqual([]);
  }, 120_000);

  it('is judged by rules that each name their flaw', async () => {
    const nameless = (await formSchemas()).flatMap(({ node, path }) =>
      (node._zod.def.checks ?? [])
        .filter(({ _zod: { def } }) => def.check === 'custom' && 'fn' in def)
        .filter(({ _zod: { def } }) => !isFlawCode((def as { params?: { code?: string } }).params?.code))
        .map(() => path),
    );
    expect(nameless).toEqual([]);
  });
});

function errorsOf(schema: z.ZodType, value: unknown) {
  const parsed = schema.safeParse(value, { reportInput: true });
  return parsed.success ? [] : fieldErrorsOf(parsed.error);
}
