/** As in a file: https://tc39.es/ecma426/ (a source map, or an index of several, each of which begins at an offset). */
export type RawMap = { sources: string[]; mappings: string };
export type RawIndex = { sections: { offset: Place; map: RawMap }[] };
/** From zero. */
export type Place = { line: number; column: number };
export type Origin = Place & { source: string };

const DIGITS = new Uint8Array(128);
for (const [value, digit] of [
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
].entries())
  DIGITS[digit.charCodeAt(0)] = value;

/**
 * Where what stands at each of the places came from (undefined: from nowhere), in one walk over the mappings and without keeping any:
 * decoded, those of one bundle of ours are 1.4 million small arrays.
 */
export function findOrigins(map: RawMap | RawIndex, places: Place[]): (Origin | undefined)[] {
  if (!('sections' in map)) return walk(map, places);
  const found = new Map<Place, Origin | undefined>();
  const bySection = Map.groupBy(places, (place) =>
    map.sections.findLast(({ offset }) => isUpTo(offset, place)),
  );
  for (const [section, within] of bySection) {
    if (!section) continue;
    const origins = walk(
      section.map,
      within.map((place) => since(section.offset, place)),
    );
    for (const [n, place] of within.entries()) found.set(place, origins[n]);
  }
  return places.map((place) => found.get(place));
}

const isUpTo = (place: Place, other: Place) =>
  place.line < other.line || (place.line === other.line && place.column <= other.column);

const since = (offset: Place, { line, column }: Place): Place => ({
  line: line - offset.line,
  column: line === offset.line ? column - offset.column : column,
});

const COMMA = 44;
const SEMICOLON = 59;

/** Each segment is the difference to the one before: column, and often source, line and column there, and often a name. */
function walk({ mappings, sources }: RawMap, places: Place[]): (Origin | undefined)[] {
  const found: (Origin | undefined)[] = places.map(() => undefined);
  const byLine = Map.groupBy(places.keys(), (n) => places[n]!.line);
  const last = Math.max(...byLine.keys());
  const [column, source, line, sourceColumn] = [0, 1, 2, 3] as const;
  const now = [0, 0, 0, 0, 0];
  let wanted = byLine.get(0);
  let generatedLine = 0;
  let field = 0;
  let value = 0;
  let shift = 0;
  for (let at = 0; at <= mappings.length && generatedLine <= last; at++) {
    const code = at < mappings.length ? mappings.charCodeAt(at) : SEMICOLON;
    if (code === COMMA || code === SEMICOLON) {
      if (wanted && field > 0) {
        const origin =
          field > sourceColumn
            ? { source: sources[now[source]!] ?? '', line: now[line]!, column: now[sourceColumn]! }
            : undefined;
        // The last one that begins at the place or before it.
        for (const n of wanted) if (now[column]! <= places[n]!.column) found[n] = origin;
      }
      field = 0;
      if (code === SEMICOLON) {
        now[column] = 0;
        wanted = byLine.get(++generatedLine);
      }
      continue;
    }
    const digit = DIGITS[code]!;
    value += (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    now[field]! += value & 1 ? -(value >>> 1) : value >>> 1;
    field++;
    value = 0;
    shift = 0;
  }
  return found;
}
