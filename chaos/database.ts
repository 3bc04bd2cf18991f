import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { embeddedUrl } from '@/lib/database/database-url';
import type { System } from '@/lib/testing/system';

/** How the harness's own connections are told from those of Relevo. */
export const HARNESS = 'relevo-chaos';

/** The system's database, seen from outside: its processes know nothing of this connection. */
export function openDatabase(system: System): postgres.Sql {
  const port = Number(readFileSync(join(system.dataDir, 'run', 'postgres.port'), 'utf8'));
  const password = readFileSync(join(system.dataDir, 'postgres.password'), 'utf8').trim();
  return postgres(embeddedUrl(port, password), {
    max: 2,
    connect_timeout: 5,
    onnotice: () => undefined,
    connection: { application_name: HARNESS },
  });
}
