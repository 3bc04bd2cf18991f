import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawRouting } from './routing-picture';

describe('the picture of how a provider is chosen', () => {
  it.each([
    ['en', 'docs/pictures/routing.svg'],
    ['es', 'docs/pictures/routing.es.svg'],
  ] as const)('in %s is what its script draws', (language, file) => {
    expect(readFileSync(file, 'utf8')).toBe(drawRouting(language));
  });
});
