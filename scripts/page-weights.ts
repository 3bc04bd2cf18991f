import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

type RouteStats = { route: string; firstLoadChunkPaths: string[] };
export type PageWeight = { page: string; bytes: number };

/** What `next build` notes of each page. */
const NOTES = '.next/diagnostics/route-bundle-stats.json';

/** The JavaScript that a page's first load fetches, in bytes as they are sent (gzip), heaviest first. After a build. */
export function weighPages(): PageWeight[] {
  const sent = new Map<string, number>();
  const weigh = (file: string) => {
    const known = sent.get(file) ?? gzipSync(readFileSync(file)).length;
    sent.set(file, known);
    return known;
  };
  return (JSON.parse(readFileSync(NOTES, 'utf8')) as RouteStats[])
    .map(({ route, firstLoadChunkPaths }) => ({
      page: route,
      bytes: firstLoadChunkPaths.reduce((sum, file) => sum + weigh(file), 0),
    }))
    .sort((a, b) => b.bytes - a.bytes);
}
