import { expect, it } from 'vitest';
import { longestHoldMs } from '@/lib/testing/longest-hold';
import { type FormFile, parseForm } from './form';

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

// 2,000 searches through 35 MB, some seconds.
it('parts without an end of their headers hold nobody up', async () => {
  const bytes = Buffer.from(
    `${`--${BOUNDARY}\r\n`.repeat(1_999)}${'x'.repeat(35 * 1024 * 1024)}\r\n--${BOUNDARY}--\r\n`,
  );
  let refused: unknown;
  const held = await longestHoldMs(async () => {
    refused = await parseForm(bytes, MULTIPART).catch((error: unknown) => error);
  });
  expect(refused).toMatchObject({ code: 'validation_failed' });
  expect(held).toBeLessThan(50);
});

const part = (name: string, content: string | Buffer, filename?: string) =>
  Buffer.concat([
    Buffer.from(
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${filename ? `; filename="${filename}"\r\nContent-Type: application/pdf` : ''}\r\n\r\n`,
    ),
    Buffer.from(content as string),
    Buffer.from('\r\n'),
  ]);
const whole = (...parts: Buffer[]) => Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]);

// 85 ms of a text of 20 MB, 65 of a file of 24: the parser looked at all of it in one go.
it('large contents come as they were given, and hold nobody up', async () => {
  const text = `${'x'.repeat(1024 * 1024 - 1)}niño\r\n--nearly\r\n\r\n${'ñandú 😀 '.repeat(1_200_000)}`;
  const file = Buffer.alloc(24 * 1024 * 1024, '\r\n\r\n--\0ab');
  const body = whole(
    part('to', 'ana@example.com'),
    part('text', text),
    part('attachment', file, 'recibo ñ.pdf'),
    part('o:tag', 'a'),
  );
  await parseForm(whole(part('text', 'x'.repeat(100_000))), MULTIPART);
  let form: Awaited<ReturnType<typeof parseForm>> | undefined;
  const held = await longestHoldMs(async () => {
    form = await parseForm(body, MULTIPART);
  });
  expect([...form!.keys()]).toEqual(['to', 'text', 'attachment', 'o:tag']);
  expect([form!.get('to'), form!.get('o:tag')]).toEqual([['ana@example.com'], ['a']]);
  expect(form!.get('text')![0] === text).toBe(true);
  const [given] = form!.get('attachment') as FormFile[];
  expect([given!.filename, given!.contentType]).toEqual(['recibo ñ.pdf', 'application/pdf']);
  expect(file.equals(given!.content.bytes)).toBe(true);
  expect(held).toBeLessThan(50);
});

it('what only looks like the beginning of a part is read by the parser, whole', async () => {
  const text = `${'x'.repeat(100_000)}\r\n--${BOUNDARY}and more\r\n${'y'.repeat(100_000)}`;
  const read = await parseForm(whole(part('text', text)), MULTIPART).catch((error) => error.code);
  const byItself = await new Response(whole(part('text', text)), { headers: { 'content-type': MULTIPART } })
    .formData()
    .then(
      (form) => form.get('text'),
      () => 'validation_failed',
    );
  expect(read instanceof Map ? read.get('text')[0] : read).toEqual(byItself);
});
