import { makeWorkerUtils, runMigrations } from 'graphile-worker';
import postgres from 'postgres';
import { sampleMessage } from './sample';

/** The queue of the plain worker: one table, one job a message, filled with sets of a thousand. */
export async function fillPlainQueue(url: string, count: number): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  const utils = await makeWorkerUtils({ connectionString: url });
  try {
    await runMigrations({ connectionString: url });
    await sql`
      create table if not exists emails (
        id bigint generated always as identity primary key, sender text not null, recipient text not null,
        subject text not null, body text not null, status text not null default 'queued', tries int not null default 0,
        reply text, created_at timestamptz not null default now(), sent_at timestamptz)`;
    const { from, to, subject, text } = sampleMessage();
    for (let left = count; left > 0; left -= 1000) {
      const rows = await sql<{ id: string }[]>`
        insert into emails (sender, recipient, subject, body)
        select ${from}, ${to}, ${subject}, ${text} from generate_series(1, ${Math.min(left, 1000)}::int) returning id`;
      await utils.addJobs(rows.map(({ id }) => ({ identifier: 'send', payload: { id } })));
    }
  } finally {
    await utils.release();
    await sql.end({ timeout: 5 });
  }
}
