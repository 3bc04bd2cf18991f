import { newId } from '@/lib/ids';
import { checkConsistency, waitForRest } from '../books';
import { Checks } from '../checks';
import { MailServer } from '../mail/server';
import { signalProcess, waitForSuccessor } from '../processes';
import type { Report, Run, Scenario } from '../scenario';
import { addProvider } from '../setup';
import { until } from '../waiting';

const SUBJECTS = 4_000;
/** Shares of those who are told at which the worker is killed; the first kill hits the decision itself. */
const TOLD_AT = [0, 0.05, 0.3, 0.6, 0.9];
/** The worker looks once a minute. */
const LIMIT_MS = 240_000;

/** `kill -9` of the worker while a rule decides and while it tells: each cause is told once. */
export const ruleKills: Scenario = { name: 'rule-kills', timeLimitSeconds: { full: 900 }, run };

async function run(run: Run): Promise<Report> {
  const { client, signal } = run;
  const server = await MailServer.start('rule-kills', {});
  await addProvider(client, server, { pool: { maxConnections: 10 } });
  const ruleId = await writeRule(run);
  const kills = await killWhileItRuns(run, ruleId);
  await until(async () => (await countOf(run, ruleId, 'waiting')) === 0, { limitMs: LIMIT_MS, signal });
  const messages = await run.sql()<{ id: string; notification: string }[]>`
    select m.id, m.metadata->>'notification' as notification from messages m where m.type = 'payment-pending'`;
  const restMs = await waitForRest(
    run,
    messages.map(({ id }) => id),
    LIMIT_MS,
  );

  const checks = new Checks();
  checks.that('all that was decided is delivered', restMs !== null, restMs && restMs / 1000);
  checks.that(
    'everybody is told',
    (await countOf(run, ruleId, 'told')) === SUBJECTS,
    await countOf(run, ruleId, 'told'),
  );
  const runs =
    await run.sql()`select fired from rule_runs where rule_id = ${ruleId} and state = 'done' and fired > 0`;
  checks.that('one run decided, whole', runs.length === 1 && runs[0]!.fired === SUBJECTS, runs);
  checks.none('notifications with more or fewer than one message', await odd(run));
  checks.that('a message for each, and no other', messages.length === SUBJECTS, messages.length);
  const twice = new Set(messages.map(({ notification }) => notification)).size;
  checks.that('nobody is told twice', twice === SUBJECTS, twice);
  await checkConsistency(run, checks);
  server.down();
  return {
    done: `${kills} × kill -9 of the worker while a rule over ${SUBJECTS} subjects decides and tells`,
    figures: { subjects: SUBJECTS, kills, deliveredAfterMs: restMs },
    checks: checks.list,
  };
}

/** Due at once, of everybody: each with somebody of their own. @returns its id */
async function writeRule({ sql }: Run): Promise<string> {
  const [kindId, ruleId] = [newId(), newId()];
  const names = ['amount', 'concept', 'due_on'].map((name) => ({
    name,
    type: name === 'amount' ? 'number' : name === 'due_on' ? 'date' : 'text',
  }));
  await sql()`insert into subject_kinds (id, key, title, fields) values (${kindId}, 'bill', 'Bill', ${sql().json(names)})`;
  await sql()`
    insert into contacts (id, key, identity, email, email_compared)
    select gen_random_uuid(), 'bill ' || i, 'key:bill ' || i, 'rule-kills-' || i || '@example.net', 'rule-kills-' || i || '@example.net'
    from generate_series(1, ${SUBJECTS}) as i`;
  await sql()`
    insert into subjects (id, kind_id, key, contact_id, data)
    select gen_random_uuid(), ${kindId}, c.key, c.id, '{"amount": 150000, "concept": "Service", "due_on": "2026-12-05"}'
    from contacts c where c.key like 'bill %'`;
  const conditions = [{ field: 'amount', op: 'gt', value: 0 }];
  await sql()`
    insert into rules (id, title, kind_id, type, conditions, cron, time_zone, active, next_run_at)
    values (${ruleId}, 'Bills', ${kindId}, 'payment-pending', ${sql().json(conditions)}, '0 0 1 1 *', 'UTC', true, now())`;
  return ruleId;
}

async function killWhileItRuns(run: Run, ruleId: string): Promise<number> {
  const { system, signal, progress } = run;
  for (const [index, share] of TOLD_AT.entries()) {
    if (index === 0) await until(() => isDeciding(run), { limitMs: LIMIT_MS, everyMs: 1, signal });
    else
      await until(async () => (await countOf(run, ruleId, 'told')) >= Math.max(1, SUBJECTS * share), {
        ...{ limitMs: LIMIT_MS, everyMs: 5, signal },
      });
    const pid = signalProcess(system, 'worker', 'SIGKILL');
    progress(`kill ${index + 1} of ${TOLD_AT.length}, ${await countOf(run, ruleId, 'told')} told`);
    await waitForSuccessor(system, 'worker', pid);
  }
  return TOLD_AT.length;
}

async function isDeciding({ sql }: Run): Promise<boolean> {
  const rows = await sql()`
    select from pg_stat_activity where pid <> pg_backend_pid() and state = 'active' and query like '%into rule_firings%'`;
  return rows.length > 0;
}

async function countOf({ sql }: Run, ruleId: string, state: string): Promise<number> {
  const [row] = await sql()<{ count: number }[]>`
    select count(*)::int as count from rule_firings where rule_id = ${ruleId} and state = ${state}`;
  return row!.count;
}

function odd({ sql }: Run): Promise<{ id: string }[]> {
  return sql()<{ id: string }[]>`
    select n.id from notifications n left join messages m on m.metadata->>'notification' = n.id::text
    where n.type = 'payment-pending' and n.duplicate_of is null group by n.id having count(m.id) <> 1`;
}
