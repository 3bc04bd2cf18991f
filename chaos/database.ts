import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { embeddedUrl } from '@/lib/database/database-url';
import { closeDb } from '@/lib/database/pools';
import { forgetEnv } from '@/lib/env';
import type { System } from '@/lib/testing/system';

/** How the harness's own connections are told from those of Relevo. */
export const HARNESS = 'relevo-chaos';

/** The system's database, seen from outside: its processes know nothing of this connection. */
export function openDatabase(system: System): postgres.Sql {
  return postgres(urlOf(system), {
    max: 2,
    connect_timeout: 5,
    onnotice: () => undefined,
    connection: { application_name: HARNESS },
  });
}

/** Meanwhile what the harness calls of `lib` works on the system's database, as one process more. */
export async function besideSystem<T>(system: System, work: () => Promise<T>): Promise<T> {
  process.env.DATABASE_URL = urlOf(system);
  forgetEnv();
  try {
    return await work();
  } finally {
    await closeDb();
    // What is started after this has a database of its own.
    delete process.env.DATABASE_URL;
    forgetEnv();
  }
}

function urlOf({ dataDir }: System): string {
  const port = Number(readFileSync(join(dataDir, 'run', 'postgres.port'), 'utf8'));
  return embeddedUrl(port, readFileSync(join(dataDir, 'postgres.password'), 'utf8').trim());
}
