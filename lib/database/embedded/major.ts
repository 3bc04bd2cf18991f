import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SchemaError } from '@/lib/database/handshake';

/**
 * A PostgreSQL reads no data of another major version; it would end with words of its own. `version`: of the programs that come with this Relevo.
 * @throws SchemaError that says what to do; nothing was touched
 */
export function requireSameMajor(cluster: string, version: string): void {
  const file = join(cluster, 'PG_VERSION');
  if (!existsSync(file)) return;
  const there = readFileSync(file, 'utf8').trim();
  const here = String(Number.parseInt(version, 10));
  if (there === here) return;
  throw new SchemaError(
    `The data are of PostgreSQL ${there}, and this Relevo comes with PostgreSQL ${here}, which cannot read them. Nothing was touched. Make a backup with the Relevo of before (./relevo backup now), put ${cluster} aside, start this one, stop it, and put the backup in its place (./relevo restore FILE --yes).`,
  );
}
