import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TONES, toneVariables } from './tones';

const ROOT = join(import.meta.dirname, '..');

/** The theme has the neutrals and the brand; a mail is read on white, and a company names its own colour. */
const MAY_NAME_COLOURS = /^components\/(theme|tones)(\.test)?\.ts$|company-form\.tsx$/;

describe('the colours of states', () => {
  it('are set in one place', () => {
    const found = sources().flatMap((file) =>
      [...readFileSync(join(ROOT, file), 'utf8').matchAll(COLOUR)].map(([colour]) => `${file}: ${colour}`),
    );
    expect(found).toEqual([]);
  });

  it.each(Object.entries(TONES))('of %s can be read on their own ground (WCAG 2.2: 4.5 to 1)', (_, tone) => {
    for (const { text, back } of [tone.light, tone.dark]) expect(contrast(text, back)).toBeGreaterThan(4.5);
  });

  it('reach the pages as variables', () => {
    expect(toneVariables('light')).toMatchObject({
      '--relevo-good': '#2b8a3e',
      '--relevo-kept-text': '#0b5f6b',
    });
  });
});

/** Of the kit's own, only brand and neutrals; white is no state. */
const COLOUR =
  /#(?!fff\b|ffffff\b)[0-9a-f]{3}(?:[0-9a-f]{3})?\b(?=["';, )])|--mantine-color-(?:red|green|teal|yellow|orange|blue|violet|cyan|pink|lime|grape|indigo)-\d/gi;

function sources(): string[] {
  return ['app', 'components'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => join(folder, file))
      .filter(
        (file) => /\.(tsx?|css)$/.test(file) && !/\.test\.tsx?$/.test(file) && !MAY_NAME_COLOURS.test(file),
      ),
  );
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
