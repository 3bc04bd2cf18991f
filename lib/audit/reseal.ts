import { sql as raw } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { mentions, type Replacing, replaced, textColumns } from '@/lib/database/replace-text';
import { mutation } from './mutation';

/** That of the chain (`audit_chain` of the database). */
const LOCK = 7_355_612;

/**
 * Replaces words in the log, and chains it anew from the first row that had one: what else it says stays proved. That it was done is a row of
 * the chain itself, with the number and the hash it ended in before, for whoever keeps such a head elsewhere.
 */
export async function replaceInAudit(ctx: Context, replacing: Replacing): Promise<void> {
  const columns = (await textColumns()).get('audit_log')!;
  const names = columns.map(({ name }) => `"${name}"`);
  const where = mentions(names);
  const [found] = await sql().unsafe(`select $1::text, $2::text from audit_log where ${where} limit 1`, [
    '',
    '',
    replacing.words,
  ]);
  if (!found) return;
  const bound = (text: string) => {
    const values = [
      replacing.pattern,
      replacing.by,
      raw`array[${raw.join(
        replacing.words.map((word) => raw`${word}`),
        raw`, `,
      )}]`,
    ];
    const parts = text.split(/\$([123])/);
    return raw.join(parts.map((part, n) => (n % 2 === 0 ? raw.raw(part) : raw`${values[Number(part) - 1]}`)));
  };
  const set = columns.map(({ name, type }) => `"${name}" = ${replaced(`"${name}"`, type)}`).join(', ');
  await mutation(ctx, 'audit.reseal', async (tx) => {
    await tx.execute(raw`select pg_advisory_xact_lock(${LOCK})`);
    const [head] = (await tx.execute(
      raw`select number::int, encode(hash, 'hex') as hash from audit_log where number is not null order by number desc limit 1`,
    )) as unknown as { number: number; hash: string }[];
    const [changed] = (await tx.execute(
      raw`with changed as (${bound(`update audit_log set ${set} where ${where} returning number`)})
        select count(*)::int as rows, min(number)::int as since from changed`,
    )) as unknown as { rows: number; since: number | null }[];
    if (changed?.since) await tx.execute(chainSince(changed.since));
    return {
      result: undefined,
      subjectId: null,
      after: { ...changed, head: head?.number, hash: head?.hash },
    };
  });
}

/** Each answers for the one before it; the first that is left for the last that was forgotten. */
function chainSince(number: number) {
  return raw`
    with recursive cut as (
      select decode(after ->> 'hash', 'hex') as hash from audit_log
      where action = 'audit.forget' and actor_type = 'job' and number is not null and (after ->> 'number')::int = ${number}::int - 1
      order by number desc limit 1),
    chain as (
      select a.id, a.number, audit_hash(coalesce((select hash from audit_log where number = ${number}::int - 1), (select hash from cut)), a) as hash
      from audit_log a where a.number = ${number}::int
      union all
      select next.id, next.number, audit_hash(chain.hash, next) from chain join audit_log next on next.number = chain.number + 1)
    update audit_log set hash = chain.hash from chain where audit_log.id = chain.id`;
}
