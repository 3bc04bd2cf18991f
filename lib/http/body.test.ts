import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { inPieces as toPieces } from '@/lib/testing/http';
import { until } from '@/lib/testing/until';
import { withJsonBody } from './body';

const MEGABYTE = 1024 * 1024;
const limits = { maxBytes: 36 * MEGABYTE, maxValues: 1000 };

function post(body: BodyInit, headers: Record<string, string> = {}): Request {
  return new Request('http://localhost/', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
    duplex: 'half',
  } as RequestInit);
}

const announced = (text: string) =>
  post(text, { 'content-length': String(new TextEncoder().encode(text).length) });

const inPieces = (text: string) => toPieces(new TextEncoder().encode(text));

/** What it says counts, since it may all come. */
const announcing = (bytes: number, text = '""') => post(text, { 'content-length': String(bytes) });

const read = (request: Request, own = limits) => withJsonBody(request, own, async (body) => body);

/** How many of `count` pieces of work with such a body are at once: each goes on only when `expected` are there and no other has come. */
async function atOnce(count: number, bytes: number, expected: number): Promise<number> {
  let active = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++active);
    await until(() => expect(most).toBeGreaterThanOrEqual(expected));
    for (let turn = 0; turn < 100; turn++) await nextTurn();
    active--;
  };
  await Promise.all(Array.from({ length: count }, () => withJsonBody(announcing(bytes), limits, work)));
  return most;
}

describe('withJsonBody', () => {
  it('reads small and large ones, announced or in pieces', async () => {
    const large = JSON.stringify({ to: 'josé', text: '😀 "\\'.repeat(500_000) });
    for (const text of ['{"to":"josé"}', large]) {
      expect(await read(announced(text))).toEqual(JSON.parse(text));
      expect(await read(post(inPieces(text)))).toEqual(JSON.parse(text));
    }
  });

  it('refuses more than it may have, whether announced or counted', async () => {
    const own = { maxBytes: 5, maxValues: 10 };
    for (const request of [announced('"12345678"'), post(inPieces('"12345678"'))])
      await expect(read(request, own)).rejects.toMatchObject({ code: 'payload_too_large' });
  });

  it('refuses more values than anybody needs before it has read them', async () => {
    let taken = 0;
    const endless = new ReadableStream({
      pull(controller) {
        taken++;
        controller.enqueue(new TextEncoder().encode(taken === 1 ? '[' : '{},'.repeat(100)));
      },
    });
    await expect(read(post(endless))).rejects.toMatchObject({ code: 'validation_failed' });
    expect(taken).toBeLessThan(50);
  });

  it.each(['{', '', '{"a":1}}', '"\u0001"', `"${'x'.repeat(MEGABYTE)}`])(
    'refuses what is not JSON',
    async (text) => {
      await expect(read(announced(text))).rejects.toMatchObject({ code: 'malformed_json' });
    },
  );

  it('refuses what is not UTF-8', async () => {
    const bytes = Uint8Array.of(0x22, 0xc3, 0x28, 0x22);
    await expect(read(post(bytes, { 'content-length': '4' }))).rejects.toMatchObject({
      code: 'malformed_json',
    });
  });

  it('refuses another type, and compressed ones', async () => {
    for (const headers of [{ 'content-type': 'text/plain' }, { 'content-encoding': 'gzip' }] as Record<
      string,
      string
    >[])
      await expect(read(post('{}', headers))).rejects.toMatchObject({ code: 'unsupported_media_type' });
  });

  it('works on few large ones at once, and on any number of small ones', async () => {
    expect(await atOnce(20, 36 * MEGABYTE, 8)).toBe(8);
    expect(await atOnce(20, 100, 20)).toBe(20);
  });

  it('goes on after one has failed', async () => {
    const failing = Array.from({ length: 20 }, () => read(announcing(36 * MEGABYTE, '"')));
    await Promise.allSettled(failing);
    expect(await read(announcing(36 * MEGABYTE))).toBe('');
  });
});
