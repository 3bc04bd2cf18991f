import { describe, expect, it } from 'vitest';
import { drawOrder } from './draw';
import { randomOf } from './random';

const SEEDS = Array.from({ length: 2000 }, (_, index) => `0193a1b2-0000-7000-8000-${index}`);

function shares(weights: Record<string, number>, percents: Record<string, number> = {}) {
  const equals = Object.entries(weights).map(([id, weight]) => ({
    id,
    weight,
    weightPercent: percents[id] ?? 100,
  }));
  const first = SEEDS.map((seed) => drawOrder(equals, (each) => each, seed)[0]!.id);
  return Object.fromEntries(
    Object.keys(weights).map((id) => [id, first.filter((each) => each === id).length / SEEDS.length]),
  );
}

describe('who comes first', () => {
  it.each([
    ['equal weights', { a: 1, b: 1 }, {}, { a: 0.5, b: 0.5 }],
    ['in proportion', { a: 3, b: 1 }, {}, { a: 0.75, b: 0.25 }],
    ['three', { a: 70, b: 20, c: 10 }, {}, { a: 0.7, b: 0.2, c: 0.1 }],
    ['weights that heal', { a: 1, b: 1 }, { a: 50 }, { a: 1 / 3, b: 2 / 3 }],
    ['all zero', { a: 0, b: 0 }, {}, { a: 0.5, b: 0.5 }],
    ['all zero by healing', { a: 5, b: 1 }, { a: 0, b: 0 }, { a: 0.5, b: 0.5 }],
    ['one zero', { a: 0, b: 1 }, {}, { a: 0, b: 1 }],
  ])('%s', (_, weights, percents, expected) => {
    const found = shares(weights, percents as Record<string, number>);
    for (const [id, share] of Object.entries(expected)) expect(found[id]).toBeCloseTo(share, 1);
    if (Object.values(expected).includes(0)) expect(found.a).toBe(0);
  });
});

it('a provider more changes nothing in the order of the others', () => {
  const of = (ids: string[], seed: string) =>
    drawOrder(ids, (id) => ({ id, weight: 2, weightPercent: 100 }), seed);
  for (const seed of SEEDS.slice(0, 200))
    expect(of(['a', 'b', 'c', 'd'], seed).filter((id) => id !== 'd')).toEqual(of(['c', 'b', 'a'], seed));
});

it('randomOf is spread evenly, and the same for the same text', () => {
  const numbers = SEEDS.map(randomOf);
  for (let tenth = 0; tenth < 10; tenth++) {
    const share = numbers.filter((each) => Math.floor(each * 10) === tenth).length / SEEDS.length;
    expect(share).toBeGreaterThan(0.07);
    expect(share).toBeLessThan(0.13);
  }
  expect(Math.min(...numbers)).toBeGreaterThan(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  expect(randomOf('x')).toBe(randomOf('x'));
});
