import { expect, it } from 'vitest';
import { longestHoldMs } from '@/lib/testing/longest-hold';
import { parseForm } from './form';

const BOUNDARY = 'a-boundary-of-the-tests';
const MULTIPART = `multipart/form-data; boundary=${BOUNDARY}`;
const URLENCODED = 'application/x-www-form-urlencoded';

const field = (name: string) =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\nx\r\n`;
const multipart = (count: number) =>
  `${Array.from({ length: count }, (_, n) => field(`k${n}`)).join('')}--${BOUNDARY}--\r\n`;

it.each([
  ['multipart', multipart(2_000), MULTIPART],
  ['multipart whose boundary stands in quotes', multipart(2_000), MULTIPART.replace(/=(.*)/, '="$1"')],
  ['urlencoded', Array.from({ length: 2_000 }, (_, n) => `k${n}=x`).join('&'), URLENCODED],
])('a form has up to 2,000 fields: %s', async (_, text, type) => {
  const form = await parseForm(Buffer.from(text), type);
  expect(form.size).toBe(2_000);
  expect(form.get('k1999')).toEqual(['x']);
});

// Half a second, and seconds of 35 MB of nothing but marks.
it.each([
  ['300,000 parts', multipart(300_000), MULTIPART],
  ['millions of fields', 'a=b&'.repeat(8 * 1024 * 1024), URLENCODED],
  ['nothing but marks', '&'.repeat(35 * 1024 * 1024), URLENCODED],
])('a form of %s is refused, and holds nobody up', async (_, text, type) => {
  const bytes = Buffer.from(text);
  let refused: unknown;
  const held = await longestHoldMs(async () => {
    refused = await parseForm(bytes, type).catch((error: unknown) => error);
  });
  expect(refused).toMatchObject({
    code: 'validation_failed',
    detail: 'At most 2000 fields, of which 20 files.',
  });
  expect(held).toBeLessThan(50);
});
