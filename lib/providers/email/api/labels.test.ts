import { expect, it } from 'vitest';
import { fitMetadata } from './labels';

const words = { entries: 50, keyLength: 256, valueLength: 256, wordsOnly: true } as const;

it('our own id comes first and cannot be taken', () => {
  const fitted = fitMetadata('id', { relevo_id: 'x', RELEVO_ID: 'y', order: '13' }, words);
  expect(Object.entries(fitted)).toEqual([
    ['relevo_id', 'id'],
    ['order', '13'],
  ]);
});

it('writes in ASCII words where nothing else is taken', () => {
  expect(fitMetadata('id', { 'el nombre': 'Peña 13', empty: '' }, words)).toEqual({
    relevo_id: 'id',
    el_nombre: 'Pena_13',
    empty: '_',
  });
});

it('keeps within the number, the lengths and the bytes of the field', () => {
  const many = Object.fromEntries(
    Array.from({ length: 50 }, (_, index) => [`key-${index}`, 'x'.repeat(500)]),
  );
  const fitted = fitMetadata('id', many, { entries: 10, keyLength: 4, valueLength: 80 });
  expect(Object.keys(fitted)).toEqual(['relevo_id', 'key-']);
  expect(Object.keys(fitMetadata('id', many, { ...words, entries: 10 }))).toHaveLength(10);
  const bytes = JSON.stringify(fitMetadata('id', many, { ...words, valueLength: 500, bytes: 3000 })).length;
  expect(bytes).toBeLessThan(3400);
});

it('tags without a field of their own go along', () => {
  expect(fitMetadata('id', {}, { entries: 10, keyLength: 20, valueLength: 80 }, ['a', 'b']).tags).toBe(
    'a, b',
  );
});
