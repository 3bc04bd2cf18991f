import { describe, expect, it } from 'vitest';
import { contrastOf, legible, mix, readableOn } from './colours';
import { SURFACES, shadesOf } from './surfaces';

describe('colours', () => {
  it('are weighed as WCAG 2.2 says', () => {
    expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21);
    // The grey that just passes on white, of WebAIM's examples.
    expect(contrastOf('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });
  it('are mixed by shares', () => expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080'));
  it('choose the words that are read', () => {
    expect(readableOn('#1d4ed8')).toBe('#ffffff');
    expect(readableOn('#f5b301')).toBe('#14171c');
    expect(contrastOf(legible('#ffee00', '#ffffff'), '#ffffff')).toBeGreaterThanOrEqual(4.5);
  });
});

const ACCENTS = ['#000000', '#ffffff', '#ffee00', '#2f5bea', '#7f7f7f', '#ff00aa', '#0b6623'];

describe('surfaces', () => {
  it.each(SURFACES)(
    '%s: words, muted words and buttons are read on it by day and by night, whatever the accent',
    (surface) => {
      for (const accent of ACCENTS)
        for (const page of ['white', 'grey', 'tint', 'warm', 'dark'] as const)
          for (const { ground, ink, mute, accent: button, onAccent } of Object.values(
            shadesOf(surface, accent, page),
          )) {
            expect(contrastOf(ink, ground)).toBeGreaterThanOrEqual(4.5);
            expect(contrastOf(mute, ground)).toBeGreaterThanOrEqual(4.5);
            expect(contrastOf(button, ground)).toBeGreaterThanOrEqual(3);
            expect(contrastOf(onAccent, button)).toBeGreaterThanOrEqual(4.5);
          }
    },
  );
});
