import { statfs } from 'node:fs/promises';
import { dataDir } from './paths';

export type DiskSpace = { freeBytes: number; totalBytes: number };

/** Of the disk that the data directory lies on, as far as an ordinary user may fill it. */
export async function diskSpace(): Promise<DiskSpace> {
  const { bsize, bavail, blocks } = await statfs(dataDir());
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
}
