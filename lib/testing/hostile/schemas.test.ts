import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { MessageInput } from '@/lib/messages/schema';
import { readSchemas } from './read-schemas';
import { READERS } from './text-readers';
import { hostileTexts } from './texts';

const LENGTH = 100_000;
const TEXTS = Object.entries(hostileTexts(LENGTH));

/** Schemas that look at text themselves; those around them only hand it on, and a length is no look. */
function looksAtText({ _zod: { def } }: z.core.$ZodType): boolean {
  if (def.type !== 'string')
    return ['pipe', 'custom', 'transform', 'record', 'template_literal'].includes(def.type);
  const lengths = new Set(['max_length', 'min_length', 'length_equals']);
  return 'format' in def || (def.checks ?? []).some((check) => !lengths.has(check._zod.def.check));
}

/** In microseconds, of this thread: on a busy machine the clock tells about others. */
function cpuOf(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return user + system;
}

/** What a hundred looks at each character cost here and now; so many, since CPU time is told in steps of milliseconds. */
function hundredPasses(text: string): number {
  return cpuOf(() => {
    let sum = 0;
    for (let pass = 0; pass < 100; pass++)
      for (let at = 0; at < text.length; at++) sum = (sum + text.charCodeAt(at)) | 0;
    return sum;
  });
}

/** On any machine: what costs less needs no comparison, which costs more than most of what is compared. */
const CHEAP = 100_000;

/** Some thousand looks at each character are still linear; with each at all others it would be a hundred thousand. */
function expectLinear(read: (text: string) => unknown): void {
  for (const [name, text] of TEXTS) {
    let cost = cpuOf(() => read(text));
    if (cost <= CHEAP) continue;
    const limit = CHEAP + 10 * hundredPasses('x'.repeat(LENGTH));
    // Again: at first it may have been put together, and others may have been in the way.
    for (let again = 0; cost > limit && again < 2; again++)
      cost = Math.min(
        cost,
        cpuOf(() => read(text)),
      );
    expect(cost, `µs for ${LENGTH} of ${name}`).toBeLessThan(limit);
  }
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
