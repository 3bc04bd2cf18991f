import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { embeddedUrl } from '@/lib/database/database-url';
import type { System } from '@/lib/testing/system';

/** A system's own database, to move its clock or to plant what no door makes; whoever opens it ends it. */
export function openDatabase({ dataDir }: System): postgres.Sql {
  const read = (...path: string[]) => readFileSync(join(dataDir, ...path), 'utf8').trim();
  return postgres(embeddedUrl(Number(read('run', 'postgres.port')), read('postgres.password')), { max: 1 });
}
