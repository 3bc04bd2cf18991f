import { describe, expect, it } from 'vitest';
import { parseJson, readBody, takeTurn } from './body';

const MEGABYTE = 1024 * 1024;

/** How many of `count` pieces of work with such a body are at once. */
async function atOnce(count: number, body: Uint8Array): Promise<number> {
  let active = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++active);
    await new Promise((resolve) => setImmediate(resolve));
    active--;
  };
  await Promise.all(Array.from({ length: count }, () => takeTurn(body, work)));
  return most;
}

describe('takeTurn', () => {
  it('lets eight large bodies be worked on at once, and any number of small ones', async () => {
    expect(await atOnce(20, new Uint8Array(5 * MEGABYTE))).toBe(8);
    expect(await atOnce(20, new Uint8Array(MEGABYTE))).toBe(20);
  });

  it('goes on after one has failed', async () => {
    const large = new Uint8Array(5 * MEGABYTE);
    const failing = Array.from({ length: 8 }, () => takeTurn(large, () => Promise.reject(new Error('no'))));
    await Promise.allSettled(failing);
    expect(await takeTurn(large, async () => 'done')).toBe('done');
  });
});

describe('readBody', () => {
  const post = (body: BodyInit, headers: Record<string, string> = {}) =>
    new Request('http://localhost/', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });

  it('reads what is parsed then', async () => {
    expect(parseJson(await readBody(post('{"to":"josé"}'), 100))).toEqual({ to: 'josé' });
  });

  it('refuses more than it may have, whether announced or counted', async () => {
    await expect(readBody(post('"12345678"'), 5)).rejects.toMatchObject({ code: 'payload_too_large' });
    await expect(readBody(post('"12345678"', { 'content-length': '10' }), 5)).rejects.toMatchObject({
      code: 'payload_too_large',
    });
  });

  it('refuses what is not JSON', () => {
    expect(() => parseJson(new TextEncoder().encode('{'))).toThrow('not valid JSON');
  });
});
