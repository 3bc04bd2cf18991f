import { sql } from '@/lib/database/db';

export type AuditVerdict = {
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
  let checked = 0;
  let head: AuditVerdict['head'] = null;
  for (let from = 0; ; ) {
    const rows = await sql()<
      { number: number; id: string; at: Date; hash: string; fault: 'changed' | 'missing' | null }[]
    >`
      select a.number::int, a.id, a.at, encode(a.hash, 'hex') as hash,
        case when a.number > 1 and p.number is null then 'missing'
          when a.hash is distinct from audit_hash(p.hash, a) then 'changed' end as fault
      from audit_log a left join audit_log p on p.number = a.number - 1
      where a.number > ${from} order by a.number limit ${CHUNK}`;
    const broken = rows.find(({ fault }) => fault);
    if (broken) {
      const { number, id, at, fault } = broken;
      return { checked, head, broken: { number, id, at: at.toISOString(), why: fault! } };
    }
    checked += rows.length;
    const last = rows.at(-1);
    if (last) head = { number: last.number, hash: last.hash };
    if (rows.length < CHUNK) return { checked, head, broken: null };
    from = last!.number;
  }
}
