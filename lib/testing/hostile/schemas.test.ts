import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { MessageInput } from '@/lib/messages/schema';
import { cpuOf, expectLinear, hundredPasses, TEXTS } from './linear';
import { readSchemas } from './read-schemas';
import { READERS } from './text-readers';
import { hostileTexts } from './texts';

/** Schemas that look at text themselves; those around them only hand it on, and a length is no look. */
function looksAtText({ _zod: { def } }: z.core.$ZodType): boolean {
  if (def.type !== 'string')
    return ['pipe', 'custom', 'transform', 'record', 'template_literal'].includes(def.type);
  const lengths = new Set(['max_length', 'min_length', 'length_equals']);
  return 'format' in def || (def.checks ?? []).some((check) => !lengths.has(check._zod.def.check));
}

describe('no text of 100 kB costs more than looks at each of its characters', () => {
  it('in any schema', async () => {
    const schemas = await readSchemas();

    const paths = schemas.map(({ path }) => path);
    for (const known of [
      'lib/channels/inputs.ts AnyMessage.options.0.shape.headers',
      'mailgun settings.shape.domain',
    ])
      expect(paths.some((path) => path.startsWith(known))).toBe(true);
    for (const { node, path } of schemas.filter(({ node }) => looksAtText(node))) {
      const schema = node as z.ZodType;
      const inRecord = node._zod.def.type === 'record';
      try {
        expectLinear((text) => schema.safeParse(inRecord ? { [text]: text } : text));
      } catch (error) {
        throw new Error(path, { cause: error });
      }
    }
  }, 120_000);

  it.each(Object.entries(READERS))('%s', (_, read) => expectLinear(read));
});

describe('a whole message', () => {
  it.each(TEXTS.filter(([name]) => !name.includes(' and ')).map(([name]) => name))(
    'of 200 addresses of %s',
    (name) => {
      const text = hostileTexts(599)[name]!;
      const fifty = Array.from({ length: 50 }, () => text);
      const message = { to: fifty, cc: fifty, bcc: fifty, replyTo: fifty, subject: text, text };
      MessageInput.safeParse(message);
      const costs = Array.from({ length: 3 }, () => cpuOf(() => MessageInput.safeParse(message)));
      // 5 ms by itself; a machine with much else to do is slower at everything.
      expect(Math.min(...costs)).toBeLessThan(Math.max(5_000, 1.5 * hundredPasses('x'.repeat(100_000))));
    },
  );
});
