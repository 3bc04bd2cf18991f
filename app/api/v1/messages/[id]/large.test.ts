import { createHash, randomBytes } from 'node:crypto';
import { simpleParser } from 'mailparser';
import { beforeAll, describe, expect, it } from 'vitest';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, makeToken } from '@/lib/testing/factories';
import type { Handler } from '@/lib/testing/http';
import { longestHoldMs } from '@/lib/testing/longest-hold';
import { GET as attachment } from './attachments/[position]/route';
import { GET as preview } from './preview/route';
import { GET as detail } from './route';
import { GET as source } from './source/route';

useTestDatabase();

const MEGABYTE = 1024 * 1024;
const file = randomBytes(24 * MEGABYTE);
const picture = randomBytes(4 * MEGABYTE);
const words = 'El niño pagó 5.000 €, gracias 😀.\r\n';
const text = words.repeat((6 * MEGABYTE) / Buffer.byteLength(words));
const html = `<!DOCTYPE html><img src="cid:logo"><p>${text}</p>`;

/** As they may lie in the store. */
const MESSAGES = {
  'a file of 24 MB': () =>
    makeMessage({ attachments: [{ filename: 'a.zip', content: file.toString('base64') }] }),
  'bodies of 6 MB each': () => makeMessage({ text, html }),
  'a picture of 4 MB, and 6 MB of HTML': () =>
    makeMessage({
      text: undefined,
      html,
      attachments: [{ filename: 'logo.png', contentId: 'logo', content: picture.toString('base64') }],
    }),
};
type Name = keyof typeof MESSAGES;

const ids = new Map<Name, string>();
let token: string;
beforeAll(async () => {
  await makeProvider();
  token = await makeToken();
  const { id } = await makeMessage({ text: 'Hola', html: '<p>Hola</p>' });
  for (const name of Object.keys(MESSAGES) as Name[]) ids.set(name, (await MESSAGES[name]()).id);
  for (const handler of [preview, source, detail]) await open(handler, id).then((it) => it.text());
});

function open(handler: Handler, id: string, position = '0'): Promise<Response> {
  const request = new Request('http://relevo.test/', { headers: { authorization: `Bearer ${token}` } });
  return handler(request, { params: Promise.resolve({ id, position }) });
}

/** Read as a socket does: piece by piece, nothing put together. */
async function read(response: Response): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of response.body!) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

describe.each(Object.keys(MESSAGES) as Name[])('of a message with %s', (name) => {
  it.each<[string, Handler]>([
    ['detail', detail],
    ['preview', preview],
    ['source', source],
  ])('the %s lets others have their turn', async (_, handler) => {
    const held = await longestHoldMs(async () => {
      const response = await open(handler, ids.get(name)!);
      expect(response.status).toBe(200);
      await read(response);
    });
    expect(held).toBeLessThan(50);
  });
});

it('gives a large file byte for byte, and lets others have their turn', async () => {
  let got: Awaited<ReturnType<typeof read>> | undefined;
  const held = await longestHoldMs(async () => {
    got = await read(await open(attachment, ids.get('a file of 24 MB')!));
  });
  expect(got).toEqual({ bytes: file.length, sha256: createHash('sha256').update(file).digest('hex') });
  expect(held).toBeLessThan(50);
});

it('holds little of what thirty readers do not take', async () => {
  const before = process.memoryUsage().arrayBuffers;
  const readers = await Promise.all(
    Array.from({ length: 30 }, async () => {
      const reader = (await open(attachment, ids.get('a file of 24 MB')!)).body!.getReader();
      await reader.read();
      return reader;
    }),
  );
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * MEGABYTE);
  await Promise.all(readers.map((reader) => reader.cancel()));
});

it('shows the beginning of a long text, and says so', async () => {
  const { text: shown, textCut } = await (await open(detail, ids.get('bodies of 6 MB each')!)).json();
  expect(textCut).toBe(true);
  expect(text.startsWith(shown)).toBe(true);
  expect([...shown]).toHaveLength(200_000);
});

it('has the whole of it in the source, no character cut in two', async () => {
  const response = await open(source, ids.get('bodies of 6 MB each')!);
  const mail = await simpleParser(Buffer.from(await response.arrayBuffer()));
  expect(mail.text?.replaceAll('\r\n', '\n').trimEnd()).toBe(text.replaceAll('\r\n', '\n').trimEnd());
  expect(mail.html).toContain(words.trim());
});
