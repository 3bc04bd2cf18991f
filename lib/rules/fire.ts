import { and, eq, type SQL, sql } from 'drizzle-orm';
import { rules } from '@/drizzle/schema/rules';
import { subjects } from '@/drizzle/schema/subjects';
import { scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db, type Transaction, transactionDb } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import type { SubjectField } from '@/lib/subject-kinds/schema';
import { dayIn } from './clock';
import { checkRule, read, whereOf } from './condition';
import type { Rule } from './rows';
import type { RunResult, Told } from './schema';

const SAMPLE = 20;

/** Who matches now, and for which cause: of several days before a date the nearest alone, so that who is told of late is told once. */
function matching(rule: Rule, fields: SubjectField[], now: Date): SQL {
  checkRule(rule, fields);
  const today = dayIn(rule.timeZone, now);
  const isTheirs =
    rule.companyId === null
      ? sql`true`
      : sql`${subjects.companyId} is not distinct from ${rule.companyId}::uuid`;
  const all = sql`${subjects.kindId} = ${rule.kindId} and ${isTheirs} and ${whereOf(rule, fields, today)}`;
  if (!rule.before)
    return sql`select ${subjects.id} as id, null::text as occurrence from ${subjects} where ${all}`;
  const date = read(rule.before.field, 'date');
  const left = sql`(${date} - ${today}::date)`;
  const days = sql.param(rule.before.days);
  return sql`
    select ${subjects.id} as id, ${date}::text || ':' || due.days as occurrence from ${subjects}
    cross join lateral (select min(d) as days from unnest(${days}::int[]) d where d >= ${left}) due
    -- A week late it is no reminder any more.
    where ${all} and due.days is not null and due.days - ${left} <= 7`;
}

/** Who would be told, of those that whoever asks may see. One that stays true since it was told of is no news. */
export async function lookAhead(
  ctx: Pick<Context, 'companyId'>,
  rule: Rule,
  fields: SubjectField[],
): Promise<RunResult> {
  const isSeen = scoped(ctx, subjects.companyId, 'shared') ?? sql`true`;
  const rows = (await db().execute(sql`
    with matching as materialized (
      select m.* from (${matching(rule, fields, new Date())}) m join ${subjects} on ${subjects.id} = m.id where ${isSeen}
    ),
    fresh as (select m.id from matching m where ${notYet(rule)})
    select (select count(*)::int from matching) as matched, (select count(*)::int from fresh) as fired,
      (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'key', s.key, 'contactId', s.contact_id, 'data', s.data)), '[]')
        from (select s.* from fresh f join subjects s on s.id = f.id order by s.id limit ${SAMPLE}) s) as sample`)) as unknown as {
    matched: number;
    fired: number;
    sample: Told[];
  }[];
  return { dryRun: true, ...rows[0]! };
}

function notYet(rule: Rule): SQL {
  return rule.before
    ? sql`not exists (select from rule_firings f where f.rule_id = ${rule.id} and f.subject_id = m.id and f.occurrence = m.occurrence)`
    : sql`not exists (select from rule_firings f where f.rule_id = ${rule.id} and f.subject_id = m.id and f.cleared_at is null)`;
}

type Run = {
  plannedAt: Date;
  now: Date;
  by: string;
  silent?: boolean;
  /** Of a run by the clock: when the next one is. It is that of whoever moves it, with what it decides, or not at all. */
  next?: Date | null;
};

/**
 * Decides who is told, in one transaction: whoever runs it at the same moment, or after a crash, each cause is noted once. Of conditions
 * that were true and are not any more, the next time is a new cause. `silent`: noted, and nobody told.
 * @returns null where another worker ran it
 */
export function fireRule(rule: Rule, fields: SubjectField[], run: Run): Promise<Fired | null> {
  return transactionDb().transaction((tx) => fireWithin(tx as unknown as Transaction, rule, fields, run));
}

type Fired = { matched: number; fired: number };

/** As a part of what else happens in this transaction. */
export async function fireWithin(
  tx: Transaction,
  rule: Rule,
  fields: SubjectField[],
  { plannedAt, now, by, silent, next }: Run,
): Promise<Fired | null> {
  await tx.execute(sql`set local statement_timeout = 60000`);
  // Two that run the same rule do so one after the other.
  await tx.execute(sql`select from rules where id = ${rule.id} for update`);
  if (next !== undefined && !(await moveOn(tx, rule.id, plannedAt, next))) return null;
  const state = silent ? 'left_out' : 'waiting';
  const rows = (await tx.execute(sql`
      with matching as materialized (${matching(rule, fields, now)}),
      cleared as (
        update rule_firings f set cleared_at = now()
        where f.rule_id = ${rule.id} and f.cleared_at is null and not exists (select from matching m where m.id = f.subject_id)
        returning f.id
      ),
      fired as (
        insert into rule_firings (id, rule_id, subject_id, occurrence, fired_at, cleared_at, state, reason)
        select gen_random_uuid(), ${rule.id}, m.id, coalesce(m.occurrence, ${newId()}), now(),
          ${rule.before ? sql`now()` : sql`null::timestamptz`}, ${state}, ${silent ? 'before_start' : null}
        from matching m where ${notYet(rule)}
        on conflict do nothing
        returning id
      )
      select (select count(*)::int from matching) as matched, (select count(*)::int from fired) as fired,
        (select count(*)::int from cleared) as cleared`)) as unknown as Fired[];
  const { matched, fired } = rows[0]!;
  if (!silent)
    await tx.execute(sql`
        insert into rule_runs (id, rule_id, planned_at, at, state, by, matched, fired)
        values (${newId()}, ${rule.id}, ${plannedAt.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz, 'done', ${by}, ${matched}, ${fired})`);
  return { matched, fired };
}

async function moveOn(tx: Transaction, id: string, plannedAt: Date, next: Date | null): Promise<boolean> {
  const moved = await tx
    .update(rules)
    .set({ nextRunAt: next })
    .where(and(eq(rules.id, id), eq(rules.nextRunAt, plannedAt)))
    .returning({ id: rules.id });
  return moved.length > 0;
}
