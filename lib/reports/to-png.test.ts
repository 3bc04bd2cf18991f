import { expect, it } from 'vitest';
import { drawShares, drawVolume } from './draw';
import { toPng } from './to-png';

const bars = [
  { label: '1 ene', sent: 90, failed: 0 },
  { label: '2 ene', sent: 120, failed: 30 },
];
const draw = (label: string) => drawVolume([{ label, sent: 1, failed: 0 }], String);
/** https://www.w3.org/TR/png-3/#11IHDR */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

it('is a PNG, twice as fine as it is shown, and small', async () => {
  const png = await toPng(drawVolume(bars, String));
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  expect(sizeOf(png)).toEqual([1200, 440]);
  expect(png.length).toBeLessThan(40_000);
});

it('has letters, not the boxes of a machine without fonts', async () => {
  const [a, b, again] = await Promise.all(['HHHH', 'NNNN', 'HHHH'].map((label) => toPng(draw(label))));
  expect(a!.equals(again!)).toBe(true);
  expect(a!.equals(b!)).toBe(false);
});

it('is drawn whatever a provider is called', async () => {
  const names = [
    '<script>&"\'',
    'a\u0000b\u0008',
    '\uD800',
    '=cmd|x',
    '',
    '日本',
    'g̃ỹ Guaraní',
    'x'.repeat(80),
  ];
  const png = await toPng(drawShares(names.map((name, n) => ({ name, value: n, said: String(n) }))));
  expect(sizeOf(png)).toEqual([1200, 2 * (12 + 30 * names.length)]);
});

it('is drawn of nothing, and of very much', async () => {
  const many = Array.from({ length: 31 }, (_, n) => ({
    label: String(n),
    sent: n * 1_000_000_007,
    failed: n,
  }));
  for (const each of [[], [{ label: '', sent: 0, failed: 0 }], many]) {
    const svg = drawVolume(each, String);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    expect(sizeOf(await toPng(svg))).toEqual([1200, 440]);
  }
});
