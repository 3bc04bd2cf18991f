import { describe, expect, it } from 'vitest';
import { type LabelField, pairsOf, whyNoLabels } from './labels';

const words: LabelField = { pairs: 50, keyLength: 256, valueLength: 256, letters: 'word' };
const postmark: LabelField = { tags: 1, pairs: 10, keyLength: 20, valueLength: 80, ignoresCase: true };
const labels = (metadata: Record<string, string>, tags: string[] = []) => ({ tags, metadata });

/** The way back, as a reader of events goes it. */
const read = (text: string) =>
  text.startsWith('q_')
    ? Buffer.from(
        text.slice(2).replace(/_(..)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
        'latin1',
      ).toString('utf8')
    : text;

describe('pairsOf', () => {
  it('leaves words as they are, and spells what the field has no letters for', () => {
    const pairs = pairsOf(labels({ order: '13', 'el nombre': 'Ana Pérez', _: 'a_20b' }), words);
    expect(pairs).toEqual([
      ['order', '13'],
      ['q_el_20nombre', 'q_Ana_20P_C3_A9rez'],
      ['_', 'a_20b'],
    ]);
  });

  it.each(['', 'q_13', 'q_', '李 🦤', 'a_b c', 'línea\nnueva'])('%j can be read again', (text) => {
    const [[, value]] = pairsOf(labels({ key: text }), words) as [[string, string]];
    expect(value).toMatch(/^[\w-]+$/);
    expect(read(value)).toBe(text);
  });

  it('gives tags the fields that there are for them, and pairs to the others', () => {
    const tags = ['recibo', 'norte', 'recibo', 'a:b'];
    expect(pairsOf(labels({}, tags), postmark)).toEqual([['relevo_tags', 'norte, a:b']]);
    expect(pairsOf(labels({}, tags), words)).toEqual([
      ['relevo_tag', 'recibo'],
      ['relevo_tag_2', 'norte'],
      ['relevo_tag_3', 'q_a_3Ab'],
    ]);
    expect(pairsOf(labels({}, tags), { ...postmark, tags: 10 })).toEqual([]);
  });
});

describe('whyNoLabels', () => {
  const many = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 'v']));

  it.each<[string, Record<string, string>, string[], string | null]>([
    ['nine pairs besides its own', many(9), [], null],
    ['ten', many(10), [], 'metadata k9'],
    ['a long key', { 'a-key-of-21-letters-x': 'v' }, [], 'metadata a-key-of-21-letters-x'],
    ['80 characters, whatever their octets', { k: 'ñ'.repeat(80) }, [], null],
    ['81', { k: 'ñ'.repeat(81) }, [], 'metadata k'],
    ['keys that differ in case alone', { a: '1', A: '2' }, [], 'metadata A'],
    ['nine pairs and a second tag', many(9), ['a', 'b'], 'metadata k8'],
    ['tags that are too long together', {}, ['a', 'b'.repeat(64), 'c'.repeat(64)], 'tags relevo_tags'],
  ])('%s', (_name, metadata, tags, expected) => {
    const misfit = whyNoLabels(labels(metadata, tags), postmark);
    expect(misfit && `${misfit.what} ${misfit.detail}`).toBe(expected);
  });

  it('counts the octets of all as JSON, signs and escapes included', () => {
    const whole = (metadata: object) =>
      Buffer.byteLength(JSON.stringify({ relevo_id: crypto.randomUUID(), ...metadata }));
    const metadata = { a: 'ññ', b: '"\n' };
    const field: LabelField = { pairs: 50, keyLength: 99, valueLength: 99, bytes: whole(metadata) };
    expect(whyNoLabels(labels(metadata), field)).toBeNull();
    expect(whyNoLabels(labels({ ...metadata, b: '"\n"' }), field)?.detail).toBe('b');
  });
});
