import postgres from 'postgres';
import { EnvError, env } from '@/lib/env';
import { sessionUrl } from './database-url';
import { LOOKUPS_ONLY } from './db';

/**
 * Messages are delivered over connections on which planner settings are set when they begin, which listen, and whose plans are kept. A pooler
 * (PgBouncer, in whatever mode) refuses such settings or drops them, and gives each transaction another connection: what is needed is told before
 * anything is accepted by it. A database that is away is no reason to refuse. @throws EnvError
 */
export async function requireWays(): Promise<void> {
  const { DATABASE_URL, RELEVO_DATABASE_SESSION_URL } = env();
  if (RELEVO_DATABASE_SESSION_URL && !DATABASE_URL)
    throw new EnvError('RELEVO_DATABASE_SESSION_URL: only beside a DATABASE_URL that leads to a pooler.');
  if (!DATABASE_URL || (await keepsSettings(sessionUrl()))) return;
  throw new EnvError(
    RELEVO_DATABASE_SESSION_URL
      ? 'RELEVO_DATABASE_SESSION_URL: this leads to a connection pooler, too. It must lead to PostgreSQL itself.'
      : 'DATABASE_URL: this leads to a connection pooler (such as PgBouncer), on whose connections nothing can be set or listened to. Name the way to PostgreSQL itself besides, as RELEVO_DATABASE_SESSION_URL: messages are delivered that way, and the pooler serves the panel and the API.',
  );
}

const REFUSED = '08P01';

async function keepsSettings(url: string): Promise<boolean> {
  const client = postgres(url, {
    max: 1,
    connect_timeout: 4,
    prepare: false,
    onnotice: () => undefined,
    connection: { application_name: 'relevo', ...LOOKUPS_ONLY },
  });
  try {
    const [row] = await client<{ setting: string }[]>`select current_setting('enable_seqscan') as setting`;
    return row!.setting === 'off';
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    return code !== REFUSED && !/startup parameter/i.test(message);
  } finally {
    await client.end({ timeout: 1 });
  }
}
