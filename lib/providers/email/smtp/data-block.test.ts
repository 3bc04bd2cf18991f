import { describe, expect, it } from 'vitest';
import { toDataBlock } from './data-block';

describe('toDataBlock', () => {
  it.each([
    ['', '.\r\n'],
    ['one', 'one\r\n.\r\n'],
    ['one\r\n', 'one\r\n.\r\n'],
    ['one\ntwo\rthree\r\nfour', 'one\r\ntwo\r\nthree\r\nfour\r\n.\r\n'],
    ['\r\n\r\n', '\r\n\r\n.\r\n'],
    ['\n\r', '\r\n\r\n.\r\n'],
    ['.', '..\r\n.\r\n'],
    ['.\r\n.\n.\r..', '..\r\n..\r\n..\r\n...\r\n.\r\n'],
    ['a.b\r\n..c', 'a.b\r\n...c\r\n.\r\n'],
    ['\r\n.\r\nMAIL FROM:<x@y>\r\n', '\r\n..\r\nMAIL FROM:<x@y>\r\n.\r\n'],
  ])('%j becomes %j', (mime, block) => {
    expect(toDataBlock(Buffer.from(mime)).toString()).toBe(block);
  });

  it('keeps every other byte as it is', () => {
    const bytes = Buffer.from(
      Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => byte !== 10 && byte !== 13),
    );
    expect(toDataBlock(bytes).subarray(0, -5)).toEqual(bytes);
  });
});
