import { beforeAll, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { MessageInput } from '@/lib/messages/schema';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { acceptMessage } from './accept';
import { acceptAll } from './accept-all';

useTestDatabase();
beforeAll(async () => {
  await makeProvider();
});

const PIECE = 256 * 1024;
const base = { to: 'ana@example.com', subject: 'Receipt' };
const inputOf = (texts: object) => MessageInput.parse({ ...base, ...texts });

async function storedOf(id: string) {
  const [row] = await sql()<{ html: string | null; text: string | null }[]>`
    select html, text from message_bodies where message_id = ${id}`;
  return { ...row! };
}

/** Of what JSON and arrays of PostgreSQL write otherwise, with pairs of surrogates on both sides of where it is cut. */
const long = 'a"\\{,}\n\t🦤'.repeat(PIECE);
const LARGE: Record<string, { html?: string; text?: string }> = {
  'a text alone': { text: long },
  'a text that begins one letter later': { text: `x${long}` },
  HTML: { html: `<p>${long}</p>` },
  'HTML with a short text': { html: long, text: 'short' },
  both: { html: `<p>${long}`, text: long },
  'exactly some pieces': { text: 'ñ'.repeat(12 * PIECE) },
};

it.each(Object.entries(LARGE))('stores a large body as it is: %s', async (_, texts) => {
  const { id } = await acceptMessage(testContext, inputOf(texts));
  expect(await storedOf(id)).toEqual({ html: null, text: null, ...texts });
});

it('many that are large together, each its own, in one commit', async () => {
  const all = Array.from({ length: 60 }, (_, n) => ({
    text: `${n} ${'x'.repeat(60_000)}`,
    ...(n % 2 === 0 && { html: `<b>${n}</b>` }),
  }));
  const accepted = await acceptAll(testContext, all.map(inputOf));
  for (const [n, { id }] of accepted.entries()) expect(await storedOf(id)).toEqual({ html: null, ...all[n] });
  const commits = await sql()`
    select distinct xmin::text from messages where id = any(${accepted.map(({ id }) => id)}::uuid[])`;
  expect(commits).toHaveLength(1);
});
