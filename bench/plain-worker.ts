import { type Job, type JobHelpers, Logger, run } from 'graphile-worker';
import { openPool } from './bare-pool';

/** A worker as most teams write it: 24 jobs at once, each reads its row, sends, and writes what came of it. */
const CONCURRENCY = 24;
const [port, connections] = process.argv.slice(2).map(Number) as [number, number];
const transport = openPool(port, connections);

type Email = { sender: string; recipient: string; subject: string; body: string };

async function send(payload: unknown, { query }: JobHelpers): Promise<void> {
  const { id } = payload as { id: string };
  const { rows } = await query<Email>(
    `select sender, recipient, subject, body from emails where id = $1 and status = 'queued'`,
    [id],
  );
  const email = rows[0];
  if (!email) return;
  const { sender: from, recipient: to, subject, body: text } = email;
  const { response } = await transport.sendMail({ from, to, subject, text });
  await query(
    `update emails set status = 'sent', tries = tries + 1, reply = $2, sent_at = now() where id = $1`,
    [id, response],
  );
}

const runner = await run({
  connectionString: process.env.DATABASE_URL,
  concurrency: CONCURRENCY,
  maxPoolSize: CONCURRENCY + 2,
  // A line for each job would cost a tenth of its speed.
  logger: new Logger(() => () => undefined),
  parsedCronItems: [],
  taskList: { send: send satisfies (payload: Job['payload'], helpers: JobHelpers) => Promise<void> },
});
await runner.promise;
process.exit();
