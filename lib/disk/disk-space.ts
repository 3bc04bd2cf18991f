import { readFileSync } from 'node:fs';
import { stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from '@/lib/env';
import { dataDir } from '@/lib/process/paths';

export type DiskSpace = { folder: string; freeBytes: number; totalBytes: number };

/** Of the disk that has the least left, in the share an ordinary user may fill; null: none of them can be asked. */
export async function diskSpace(): Promise<DiskSpace | null> {
  const spaces = (await Promise.all(watchedFolders().map(spaceAt))).filter((space) => space !== null);
  return spaces.toSorted((a, b) => a.freeBytes - b.freeBytes)[0] ?? null;
}

/** The data directory, and the embedded PostgreSQL with its write-ahead log: each may be a link to another disk. */
function watchedFolders(): string[] {
  const folder = dataDir();
  if (env().DATABASE_URL) return [folder];
  const cluster = join(clusterHome(folder), 'cluster');
  return [folder, cluster, join(cluster, 'pg_wal')];
}

/** As `lib/database/embedded/location.ts` notes it: for whoever starts as root it may lie elsewhere. */
function clusterHome(folder: string): string {
  try {
    return readFileSync(join(folder, 'postgres.location'), 'utf8').trim();
  } catch {
    return join(folder, 'postgres');
  }
}

/** What is not there yet, or may not be entered, is left out. */
async function spaceAt(folder: string): Promise<DiskSpace | null> {
  try {
    await stat(folder);
    const { bsize, bavail, blocks } = await statfs(folder);
    return blocks > 0 ? { folder, freeBytes: bavail * bsize, totalBytes: blocks * bsize } : null;
  } catch {
    return null;
  }
}
