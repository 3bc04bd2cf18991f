import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (path: string) => readFileSync(path, 'utf8');
/** What stands in backquotes and is a file of this repository by its form. */
const pathsIn = (text: string) =>
  [...text.matchAll(/`([\w.()[\]-]+(?:\/[\w.()[\]-]+)*\.(?:tsx?|json|md))`/g)].map(([, path]) => path!);
const rowsOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map(cellsOf);
const cellsOf = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** How many requirements of levels 1 and 2 each section of the ASVS 5.0.0 has; those of level 3 come after them. */
const SECTIONS: Record<string, number[]> = {
  1: [2, 9, 11, 3, 2],
  2: [3, 3, 4, 1],
  3: [0, 2, 4, 6, 5, 0, 2],
  4: [3, 1, 2, 4],
  5: [1, 3, 2, 3],
  6: [3, 12, 4, 4, 5, 3, 0, 4],
  7: [3, 4, 2, 5, 2, 2],
  8: [2, 3, 1, 1],
  9: [3, 4],
  10: [2, 2, 4, 11, 5, 2, 3],
  11: [2, 3, 3, 4, 1, 1],
  12: [3, 2, 4],
  13: [1, 5, 2, 5],
  14: [2, 4, 3],
  15: [3, 3, 7],
  16: [1, 5, 4, 3, 3],
  17: [1, 4, 2],
};
const REQUIREMENTS = Object.entries(SECTIONS).flatMap(([chapter, counts]) =>
  counts.flatMap((count, section) =>
    Array.from({ length: count }, (_, n) => `${chapter}.${section + 1}.${n + 1}`),
  ),
);
/** `6.2.1, 6.2.8–6.2.10`: each of them. */
const eachOf = (cell: string) =>
  cell.split(', ').flatMap((part) => {
    const [from, to = from] = part.split('–') as [string, string?];
    const [first, last] = [REQUIREMENTS.indexOf(from), REQUIREMENTS.indexOf(to)];
    return first < 0 ? [part] : REQUIREMENTS.slice(first, last + 1);
  });

const STATES = { holds: 'se cumple', partly: 'en parte', open: 'abierto', 'does not apply': 'no aplica' };

describe.each(['security.md', 'asvs.md'])('docs/%s', (name) => {
  it('names evidence that is there', () => {
    const paths = pathsIn(read(`docs/${name}`));
    expect(paths.length).toBeGreaterThan(30);
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('names the same in Spanish', () => {
    expect(pathsIn(read(`docs/es/${name}`))).toEqual(pathsIn(read(`docs/${name}`)));
  });
});

describe('docs/asvs.md', () => {
  const rows = rowsOf(read('docs/asvs.md')).filter(([requirement]) => /^\d/.test(requirement!));

  it('says of nothing that it holds without evidence, nor that it is open or does not apply without a reason', () => {
    expect(rows.length).toBeGreaterThan(50);
    for (const [requirement, state, how, evidence] of rows) {
      expect(Object.keys(STATES), requirement).toContain(state);
      expect(how, requirement).not.toBe('');
      if (state === 'holds') expect(evidence, requirement).not.toBe('');
    }
  });

  it('judges all requirements of levels 1 and 2, each once', () => {
    expect(REQUIREMENTS).toHaveLength(253);
    const judged = rows.flatMap(([requirement]) => eachOf(requirement!));
    expect(REQUIREMENTS.filter((one) => !judged.includes(one))).toEqual([]);
    expect(judged.filter((one, index) => judged.indexOf(one) !== index)).toEqual([]);
  });

  it('judges each requirement once, and alike in Spanish', () => {
    const judged = rows.map(([requirement, state]) => [requirement, STATES[state as keyof typeof STATES]]);
    const spanish = rowsOf(read('docs/es/asvs.md')).filter(([requirement]) => /^\d/.test(requirement!));
    expect(spanish.map(([requirement, state]) => [requirement, state])).toEqual(judged);
    expect(new Set(judged.map(([requirement]) => requirement)).size).toBe(judged.length);
  });
});
