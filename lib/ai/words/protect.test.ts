import { describe, expect, it } from 'vitest';
import { protect, unprotect } from './protect';

const given = protect('Hello {{ name }}, see {{ book | upcase }} at https://library.example.');

describe('an answer with all of its marks', () => {
  it.each([
    ['Hola ⟦v1⟧, vea ⟦v2⟧.', 'Hola {{ name }}, vea {{ book | upcase }}.'],
    [
      'Vea ⟦v2⟧, ⟦v1⟧, en https://library.example.',
      'Vea {{ book | upcase }}, {{ name }}, en https://library.example.',
    ],
  ])('is taken: %s', (answer, whole) => expect(unprotect(answer, given)).toBe(whole));
});

describe('is refused', () => {
  it.each([
    ['a variable is gone', 'Hola ⟦v1⟧.'],
    ['one is doubled', 'Hola ⟦v1⟧ ⟦v1⟧ ⟦v2⟧'],
    ['one is new', 'Hola ⟦v1⟧ ⟦v2⟧ ⟦v3⟧'],
    ['Liquid is written anew', 'Hola ⟦v1⟧ ⟦v2⟧ {{ password }}'],
    ['a tag is written anew', 'Hola ⟦v1⟧ ⟦v2⟧ {% include "x" %}'],
    ['half a mark is left', 'Hola ⟦v1⟧ ⟦v2⟧ ⟦v'],
    ['a link came in', 'Hola ⟦v1⟧ ⟦v2⟧ https://evil.example'],
    ['a link came in without its scheme', 'Hola ⟦v1⟧ ⟦v2⟧ www.evil.example'],
    ['an address came in', 'Hola ⟦v1⟧ ⟦v2⟧ pay@evil.example'],
  ])('where %s', (_what, answer) => expect(unprotect(answer, given)).toBeNull());

  it('where an end comes before its beginning', () => {
    const loop = protect('{% if a %}yes{% endif %}');
    expect(unprotect('⟦v1⟧sí⟦v2⟧', loop)).toBe('{% if a %}sí{% endif %}');
    expect(unprotect('⟦v2⟧sí⟦v1⟧', loop)).toBeNull();
  });
});
