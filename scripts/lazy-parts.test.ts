import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Those of one file, as written. */
function lazyParts(source: string): string[] {
  return source
    .split(/\bdynamic\(/)
    .slice(1)
    .map((rest) => rest.slice(0, rest.search(/\);\n/)));
}

const FILES = globSync('{app,components}/**/*.tsx').filter((file) =>
  readFileSync(file, 'utf8').includes("'next/dynamic'"),
);

describe('a part of a page that is fetched when it is needed', () => {
  it('is looked for in files', () => expect(FILES.length).toBeGreaterThan(5));

  // Without one of the two, Next puts no boundary around it, and the whole page gives way to its outline while the part is on the way.
  it.each(FILES)('leaves the rest of the page where it is: %s', (file) => {
    const parts = lazyParts(readFileSync(file, 'utf8'));
    expect(parts.length).toBeGreaterThan(0);
    expect(parts.filter((part) => !/ssr: false|loading:/.test(part))).toEqual([]);
  });
});
