import { describe, expect, it } from 'vitest';
import { type CsvRow, MOST_CELLS, MOST_CHARACTERS, readCsv } from './read-csv';

async function rowsOf(text: string | string[]): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  for await (const row of readCsv(typeof text === 'string' ? text : inChunks(text))) rows.push(row);
  return rows;
}

async function* inChunks(chunks: string[]) {
  yield* chunks;
}

const SHEET = '\uFEFFa,b\r\n"x, ""y""\nz",2\r\n\n,"",q"q\n"a"b,"c';
const ROWS = [
  { line: 1, cells: ['a', 'b'] },
  { line: 2, cells: ['x, "y"\nz', '2'] },
  { line: 4, cells: [''] },
  { line: 5, cells: ['', '', 'q"q'] },
  { line: 6, cells: ['ab', 'c'] },
];

describe('rows of a file', () => {
  it('are the same in whatever pieces it comes', async () => {
    expect(await rowsOf(SHEET)).toEqual(ROWS);
    expect(await rowsOf([...SHEET])).toEqual(ROWS);
    for (let size = 2; size < 9; size++)
      expect(await rowsOf(SHEET.match(new RegExp(`[^]{1,${size}}`, 'g'))!)).toEqual(ROWS);
  });

  it('are divided by what divides the first two cells', async () => {
    expect(await rowsOf('a;b,c\n1;2\t3')).toEqual([
      { line: 1, cells: ['a', 'b,c'] },
      { line: 2, cells: ['1', '2\t3'] },
    ]);
  });

  it('go over the ends of long pieces', async () => {
    const long = `${'é'.repeat(100_000)}"`;
    expect(await rowsOf(`a,"${long}",b"\nc`)).toEqual([
      { line: 1, cells: ['a', `${long},b`] },
      { line: 2, cells: ['c'] },
    ]);
  });

  it.each([
    ['cells', 'a,'.repeat(MOST_CELLS + 1)],
    ['characters', 'a'.repeat(MOST_CHARACTERS + 1)],
    ['characters in quotation marks', `"${'a""\n'.repeat(MOST_CHARACTERS / 3 + 1)}"`],
  ])('with too many %s keep their beginning, and the next one is whole', async (_, row) => {
    const [first, large, last] = await rowsOf(`a,b\n${row}\n1,2`);
    expect(first).toEqual({ line: 1, cells: ['a', 'b'] });
    expect(large).toMatchObject({ line: 2, tooLarge: true });
    expect(large!.cells.length).toBeLessThanOrEqual(MOST_CELLS);
    expect(large!.cells.join('').length).toBeLessThanOrEqual(MOST_CHARACTERS);
    expect(last).toEqual({ line: row.split('\n').length + 2, cells: ['1', '2'] });
  });

  it('may be as large as that', async () => {
    const cells = Array.from({ length: MOST_CELLS }, () => 'a'.repeat(MOST_CHARACTERS / MOST_CELLS));
    expect(await rowsOf(cells.join(','))).toEqual([{ line: 1, cells }]);
  });
});
