import { sql } from '@/lib/database/db';
import { FORGET_ACTION } from './forget-old';

export type AuditVerdict = {
  /** The chain begins after this row: those up to it were as old as the settings let them be, which a row of the chain itself says. */
  forgotten: number;
  /** Rows whose chain holds. */
  checked: number;
  /** The newest of them: kept elsewhere, it also shows whether the end was cut off. */
  head: { number: number; hash: string } | null;
  /** The first row that was changed, or before which one is missing. */
  broken: { number: number; id: string; at: string; why: 'changed' | 'missing' } | null;
};

const CHUNK = 5_000;

/** Goes through the audit log by its chain, from its beginning to the first fault. */
export async function verifyAudit(): Promise<AuditVerdict> {
  const cut = await findCut();
  let checked = 0;
  let head: AuditVerdict['head'] = null;
  for (let from = 0; ; ) {
    const rows = await sql()<
      { number: number; id: string; at: Date; hash: string; fault: 'changed' | 'missing' | null }[]
    >`
      select a.number::int, a.id, a.at, encode(a.hash, 'hex') as hash,
        case when a.number > 1 and p.number is null and a.number <> ${cut.number + 1} then 'missing'
          when a.hash is distinct from audit_hash(case when a.number = ${cut.number + 1} then ${cut.hash}::bytea else p.hash end, a)
          then 'changed' end as fault
      from audit_log a left join audit_log p on p.number = a.number - 1
      where a.number > ${from} order by a.number limit ${CHUNK}`;
    const broken = rows.find(({ fault }) => fault);
    if (broken) {
      const { number, id, at, fault } = broken;
      return {
        forgotten: cut.number,
        checked,
        head,
        broken: { number, id, at: at.toISOString(), why: fault! },
      };
    }
    checked += rows.length;
    const last = rows.at(-1);
    if (last) head = { number: last.number, hash: last.hash };
    if (rows.length < CHUNK) return { forgotten: cut.number, checked, head, broken: null };
    from = last!.number;
  }
}

/**
 * Where the clean-up ended: the row that says so is later in the chain, and what it says is judged with it. None: the chain begins with its
 * first row. One that does not fit the first row which is there explains nothing.
 */
async function findCut(): Promise<{ number: number; hash: Buffer | null }> {
  const [cut] = await sql()<{ number: number; hash: Buffer }[]>`
    select (a.after ->> 'number')::int as number, decode(a.after ->> 'hash', 'hex') as hash from audit_log a
    where a.action = ${FORGET_ACTION} and a.actor_type = 'job' and a.number is not null
      and (a.after ->> 'number')::int = (select min(number) from audit_log) - 1
    order by a.number desc limit 1`;
  return cut ?? { number: 0, hash: null };
}
