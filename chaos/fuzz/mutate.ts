import { placesOf, replaceAt } from '@/lib/testing/hostile/places';
import { HOSTILE_TEXTS, HOSTILE_VALUES } from '@/lib/testing/hostile/values';
import type { Random } from '../random';

/** The document with one to three things in it that do not belong there; now and then as it was. */
export function mutateDocument(document: unknown, random: Random): unknown {
  let mutated = document;
  for (let left = random.between(0, 3); left > 0; left--) {
    const place = random.pick(placesOf(mutated));
    mutated = random.chance(0.1)
      ? replaceAt(mutated, [...place, random.pick(HOSTILE_TEXTS)], random.pick(HOSTILE_VALUES))
      : replaceAt(mutated, place, random.pick(HOSTILE_VALUES));
  }
  return mutated;
}

/** Cut, with a byte changed, a piece twice, or rubbish in it: what is no JSON, and sometimes no UTF-8. */
export function mutateBytes(text: string, random: Random): Buffer {
  const bytes = Buffer.from(text);
  const at = random.between(0, Math.max(0, bytes.length - 1));
  const rubbish = Buffer.from(Array.from({ length: random.between(1, 8) }, () => random.between(0, 255)));
  return random.pick([
    () => bytes.subarray(0, at),
    () => Buffer.concat([bytes.subarray(0, at), rubbish, bytes.subarray(at + 1)]),
    () => Buffer.concat([bytes, bytes.subarray(at)]),
    () => rubbish,
    () => Buffer.concat([Buffer.from('\ufeff'), bytes]),
    () => Buffer.from(text, 'utf16le'),
  ])();
}

const many = <T>(count: number, item: (n: number) => T) => Array.from({ length: count }, (_, n) => item(n));
const MEGABYTE = 1024 * 1024;

/** JSON that costs its sender little and a careless reader much. */
export function makeBomb(random: Random): string {
  const size = random.between(1, 3);
  return random.pick([
    () => '['.repeat(size * 100_000),
    () => `${'{"a":'.repeat(size * 20_000)}1${'}'.repeat(size * 20_000)}`,
    () => JSON.stringify(Object.fromEntries(many(size * 100_000, (n) => [`k${n}`, 1]))),
    () => JSON.stringify([[Object.fromEntries(many(size * 100_000, (n) => [`k${n}`, 1]))]]),
    () => `[${'{},'.repeat(size * 200_000)}{}]`,
    () => JSON.stringify({ to: many(size * 50_000, () => '<'), subject: 'a', text: 'a' }),
    () => JSON.stringify({ to: `${' '.repeat(size * MEGABYTE)}<`, subject: 'a', text: 'a' }),
    () => JSON.stringify({ to: 'a@example.com', subject: 'a', text: '\\"'.repeat((size * MEGABYTE) / 2) }),
    () => JSON.stringify({ messages: many(size * 333, () => ({ a: 1, b: 2, c: 3, d: 4, e: 5 })) }),
    () => `{"limit":${'9'.repeat(size * MEGABYTE)}}`,
    () => `"${'\\u0000'.repeat(size * 100_000)}"`,
  ])();
}
