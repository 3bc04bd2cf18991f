import { SourceMap } from 'node:module';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { findOrigins, type Place, type RawIndex, type RawMap } from './walk-mappings';

let map: RawMap;
let lines: string[];
beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: ['lib/text/redact.ts'],
    outfile: 'built.js',
    write: false,
    bundle: true,
    minifyWhitespace: true,
    lineLimit: 80,
    platform: 'node',
    format: 'esm',
    external: ['pino'],
    sourcemap: 'external',
    logLevel: 'silent',
  });
  map = JSON.parse(outputFiles.find(({ path }) => path.endsWith('.map'))!.text);
  lines = outputFiles.find(({ path }) => path.endsWith('.js'))!.text.split('\n');
});

/** As Node itself reads the whole map. */
function expected(payload: unknown, line: number, column: number) {
  const entry = new SourceMap(payload as never).findEntry(line, column);
  return 'originalSource' in entry && entry.originalSource && entry.generatedLine === line
    ? { source: entry.originalSource, line: entry.originalLine, column: entry.originalColumn }
    : undefined;
}

const places = () =>
  lines.flatMap((text, line) =>
    [0, 1, 7, Math.floor(text.length / 2), text.length - 1, text.length + 50].map((column) => ({
      line,
      column,
    })),
  );

/** Each alone, and so that the others of the walk do not help. */
const find = (map: RawMap | RawIndex, place: Place) => findOrigins(map, [place])[0];

describe('findOrigins', () => {
  it('finds what Node finds, at every line of a built file', () => {
    expect(lines.length).toBeGreaterThan(40);
    for (const { line, column } of places())
      expect(find(map, { line, column }), `${line}:${column}`).toEqual(expected(map, line, column));
  });

  it('finds the same in an index of two maps', () => {
    const half = { ...map, sources: map.sources.map((name) => `second/${name}`) };
    const index = {
      version: 3,
      sections: [
        { offset: { line: 0, column: 0 }, map },
        { offset: { line: lines.length, column: 4 }, map: half },
      ],
    };
    for (const { line, column } of places()) {
      expect(find(index, { line, column })).toEqual(expected(map, line, column));
      const behind = { line: line + lines.length, column: column + (line === 0 ? 4 : 0) };
      expect(find(index, behind)).toEqual(expected(half, line, column));
    }
  });

  it('finds many in one walk, in whatever order they are asked for', () => {
    const asked = places().toReversed();
    expect(findOrigins(map, asked)).toEqual(asked.map((place) => find(map, place)));
    expect(findOrigins(map, [])).toEqual([]);
  });

  it('finds nothing where there is nothing', () => {
    expect(find({ sources: [], mappings: '' }, { line: 0, column: 0 })).toBeUndefined();
    expect(find({ sections: [] }, { line: 0, column: 0 })).toBeUndefined();
    expect(find(map, { line: 9_999_999, column: 0 })).toBeUndefined();
  });
});
