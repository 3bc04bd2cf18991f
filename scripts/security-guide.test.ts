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

  it('judges each requirement once, and alike in Spanish', () => {
    const judged = rows.map(([requirement, state]) => [requirement, STATES[state as keyof typeof STATES]]);
    const spanish = rowsOf(read('docs/es/asvs.md')).filter(([requirement]) => /^\d/.test(requirement!));
    expect(spanish.map(([requirement, state]) => [requirement, state])).toEqual(judged);
    expect(new Set(judged.map(([requirement]) => requirement)).size).toBe(judged.length);
  });
});
