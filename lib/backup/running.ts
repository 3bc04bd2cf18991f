import { AppError } from '@/lib/errors';
import { onServer } from './scratch';

/** Whatever is connected may send; only the server's own cleaning does not. Of sessions of others one may not be told what they are. */
export async function refuseRunning(name: string): Promise<void> {
  const others = await onServer(async (client) => {
    const { rows } = await client.query<{ who: string }>(
      `select distinct application_name as who from pg_stat_activity
        where datname = $1 and pid <> pg_backend_pid() and backend_type is distinct from 'autovacuum worker'`,
      [name],
    );
    return rows.map(({ who }) => who || 'another program');
  });
  if (others.length > 0)
    throw new AppError('conflict', `Stop Relevo first: ${others.join(', ')} is connected to the database.`);
}
