import { sql as raw } from 'drizzle-orm';
import { jobContext } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { mutation } from './mutation';

/** What is written of it; `lib/audit/verify.ts` begins where the newest of these says that the chain was cut. */
export const FORGET_ACTION = 'audit.forget';

const CHUNK = 2_000;

type Cut = { rows: number; number: number; hash: string };

/**
 * Nightly: takes rows older than so many days from the beginning of the chain. Each cut is a row of the chain itself, with number and hash of the
 * last that went, so that what is left can still be verified, and nobody else can cut unseen. The newest row always stays: the next is chained to it.
 */
export async function forgetOldAudit(days: number): Promise<number> {
  for (let forgotten = 0; ; ) {
    if (!(await hasOld(days))) return forgotten;
    const { rows } = await mutation(jobContext('clean-up'), FORGET_ACTION, async (tx) => {
      const [cut] = (await tx.execute(cutSql(days))) as unknown as [Cut];
      return { result: cut, subjectId: null, after: { ...cut, days } };
    });
    forgotten += rows;
    if (rows < CHUNK) return forgotten;
  }
}

/** From before there was a chain, rows have no number and go first. */
async function hasOld(days: number): Promise<boolean> {
  const [row] = await sql()<{ old: boolean }[]>`
    select at < now() - make_interval(days => ${days}) and number is distinct from (select max(number) from audit_log) as old
    from audit_log order by number nulls first limit 1`;
  return row?.old ?? false;
}

/** Up to the first that is young enough, by the order of the chain, which is not quite that of time. */
function cutSql(days: number) {
  return raw`
    with oldest as (
      select id, number, hash, at >= now() - make_interval(days => ${days}) as young from audit_log
      where number is null or number < (select max(number) from audit_log)
      order by number nulls first limit ${CHUNK}),
    gone as (
      delete from audit_log a using oldest o
      where a.id = o.id and not o.young
        and not exists (select from oldest y where y.young and y.number < o.number)
      returning a.number, a.hash)
    select count(*)::int as rows, coalesce(max(number), 0)::int as number,
      coalesce((select encode(hash, 'hex') from gone where number is not null order by number desc limit 1), '') as hash
    from gone`;
}
