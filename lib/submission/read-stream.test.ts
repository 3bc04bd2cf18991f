import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readStream, Share } from './read-stream';

const MB = 1024 * 1024;
const MOST = 36 * MB;
const chunks = (count: number) => Readable.from(Array.from({ length: count }, () => Buffer.alloc(MB, 'x')));

describe('what the door holds in memory', () => {
  it('is announced, or counts as it comes; all of it is given back', async () => {
    const others = Array.from({ length: 7 }, () => new Share(36 * MB));
    const late = new Share();
    // 252 of 256 MB are taken.
    await expect(readStream(chunks(5), MOST, late)).rejects.toMatchObject({ responseCode: 452 });
    expect(() => new Share(5 * MB)).toThrow('4.3.1');
    late.release();
    others[0]!.release();
    const next = new Share();
    expect((await readStream(chunks(5), MOST, next)).length).toBe(5 * MB);
    for (const share of [...others, next]) share.release();
    const alone = new Share(36 * MB);
    alone.release();
  });

  it('is never more of one message than a message may have', async () => {
    const share = new Share();
    await expect(readStream(chunks(3), 2 * MB, share)).rejects.toMatchObject({ responseCode: 552 });
    share.release();
  });
});
