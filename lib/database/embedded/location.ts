import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { dataDir } from '@/lib/process/paths';
import { type Account, canReach, postgresAccount } from './account';
import { type Binaries, packagedBinaries } from './binaries';

const SYSTEM_DIRECTORY = '/var/lib/relevo';
/** In the data directory: where its cluster lies if not there. Deleting the data directory therefore means a fresh cluster. */
const POINTER = 'postgres.location';

export type Location = {
  /** Whom PostgreSQL runs as; undefined: as ourselves. */
  account: Account | undefined;
  /** Holds the cluster, the log and, where the packaged ones cannot be reached, a copy of the binaries. */
  home: string;
  cluster: string;
  log: string;
  bin: string;
};

/** Where PostgreSQL lives, made ready so that its account can reach all of it. */
export function prepareLocation(): Location {
  const fallback = postgresAccount();
  const home = fallback ? homeForAccount(fallback) : join(dataDir(), 'postgres');
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const cluster = join(home, 'cluster');
  const account = fallback && existsSync(cluster) ? ownerOf(cluster) : fallback;
  if (account) chownSync(home, account.uid, account.gid);
  const bin = join(reachableBinaries(packagedBinaries(), account, home), 'bin');
  return { account, home, cluster, log: join(home, 'postgres.log'), bin };
}

/** Our own data directory may be opened for passing through (its files stay closed); a closed home above it stays closed. */
function homeForAccount(account: Account): string {
  const pointer = join(dataDir(), POINTER);
  if (existsSync(pointer)) return readFileSync(pointer, 'utf8').trim();
  const directory = realpathSync(dataDir());
  const inside = join(directory, 'postgres');
  if (existsSync(inside) || canReach(account, dirname(directory))) {
    chmodSync(directory, 0o711);
    return inside;
  }
  const outside = join(SYSTEM_DIRECTORY, randomBytes(8).toString('hex'));
  mkdirSync(SYSTEM_DIRECTORY, { recursive: true, mode: 0o755 });
  writeFileSync(pointer, `${outside}\n`, { mode: 0o600 });
  return outside;
}

function ownerOf(directory: string): Account {
  const { uid, gid } = statSync(directory);
  return { uid, gid };
}

function reachableBinaries(packaged: Binaries, account: Account | undefined, home: string): string {
  if (!account || canReach(account, realpathSync(join(packaged.directory, 'bin')))) return packaged.directory;
  const copy = join(home, `binaries-${packaged.version}`);
  if (existsSync(copy)) return copy;
  const partial = `${copy}.partial`;
  rmSync(partial, { recursive: true, force: true });
  cpSync(packaged.directory, partial, { recursive: true, verbatimSymlinks: true });
  renameSync(partial, copy);
  return copy;
}
