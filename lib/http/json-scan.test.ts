import { describe, expect, it } from 'vitest';
import { JsonScan } from './json-scan';

const encoder = new TextEncoder();

function scan(text: string, maxValues = 10_000): void {
  new JsonScan(maxValues).push(encoder.encode(text));
}

const list = (items: number) => `[${'0,'.repeat(items - 1)}0]`;
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('JsonScan', () => {
  it('lets pass what programs send', () => {
    scan('{"to":["a@example.com"],"text":"[[[[ \\" ]]]] , , ,","metadata":{}}');
    scan(nested(32));
    scan(list(1000));
    scan(`{"${'a'.repeat(4_000)}":"${'a'.repeat(1_000_000)}","b":["${'b'.repeat(10_000)}"]}`);
    scan(`"${'['.repeat(100_000)}\\\\"`);
  });

  it.each([
    ['depth', nested(33)],
    ['depth of objects', '{"a":'.repeat(33)],
    ['depth never closed', '['.repeat(1_000_000)],
    ['a long list', list(1001)],
    ['an object of many keys', `{${Array.from({ length: 1001 }, (_, n) => `"k${n}":0`)}}`],
    ['a long name', `{"${'a'.repeat(5_000)}":0}`],
    ['a long name with escapes', `{"a":{"${'\\n'.repeat(2_500)}" :0}}`],
    ['many short lists', `[${Array.from({ length: 500 }, () => list(20))}]`],
    ['many empty objects', `[${Array.from({ length: 20 }, () => `[${'{},'.repeat(999)}{}]`)}]`],
  ])('refuses %s', (_, text) => {
    expect(() => scan(text)).toThrow(expect.objectContaining({ code: 'validation_failed' }));
  });

  it('goes by the whole of it, wherever it was cut on its way', () => {
    const text = `{"a\\"[":"\\\\","b":[${list(990)},"é\\"",{"c":[[]]}]}`;
    const bytes = encoder.encode(text);
    for (let cut = 0; cut <= 60; cut++) {
      const one = new JsonScan(1200);
      for (const part of [bytes.subarray(0, cut), bytes.subarray(cut)]) one.push(part);
      const [first, ...rest] = [...bytes].map((byte) => Uint8Array.of(byte));
      const other = new JsonScan(900);
      expect(() => [first!, ...rest].forEach((byte) => void other.push(byte))).toThrow('more than 900');
    }
  });

  it.each([254, 255, 256, 257, 511, 512, 513, 5000])('finds the end of a string of %s and more', (length) => {
    const run = 'x'.repeat(length);
    const strings = [run, `${run}\\"${run}`, `${run}\\\\`, `\\"${run}${run}`].map((text) => `"${text}"`);
    const bytes = encoder.encode(`[${strings},[${list(5)}]]`);
    for (const piece of [1, 7, 256, 300, bytes.length])
      for (const [most, fits] of [
        [12, true],
        [11, false],
      ] as const) {
        const one = new JsonScan(most);
        const push = () => {
          for (let at = 0; at < bytes.length; at += piece) one.push(bytes.subarray(at, at + piece));
        };
        if (fits) expect(push).not.toThrow();
        else expect(push).toThrow(`more than ${most}`);
      }
  });
});
