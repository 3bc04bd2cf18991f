import { sql } from '@/lib/database/db';
import type { HeldCause } from '@/lib/providers/list-api';
import type { Difference, HeldView } from './schema';

const SAMPLE = 20;

type Of = { id: string; companyId: string | null };

/** A row of our list about the same address for the same reason, that concerns whoever sends by this provider. */
const same = ({ companyId }: Of) => sql()`
  s.address = h.address and s.channel = 'email' and s.cause = h.cause and (s.company_id is null or s.company_id = ${companyId}::uuid)`;

/** Whoever may send by it: of a shared one each company keeps what came about with its own messages. */
const ofAny = ({ companyId }: Of) => sql()`
  s.address = h.address and s.channel = 'email' and s.cause = h.cause
  and (${companyId}::uuid is null or s.company_id is null or s.company_id = ${companyId}::uuid)`;

/** It stops messages now. */
const active = () => sql()`s.lifted_at is null and (s.expires_at is null or s.expires_at > now())`;

/**
 * Somebody lifted it here since the service began to hold it: a person, a program, or the recipient who subscribed again. What Relevo
 * itself lifts (`soft_bounces`) no service holds.
 */
const liftedSince = () => sql()`s.lifted_at is not null and (h.held_at is null or s.lifted_at > h.held_at)`;

/** It ran out here since, as somebody wanted: it would be taken over for ever, and stop nothing. */
const expiredSince = () => sql()`s.expires_at <= now() and (h.held_at is null or s.expires_at > h.held_at)`;

/** Held there, and neither stopped nor lifted here; nor lifted here once, where the service refused to take it out. */
export function theirs(of: Of) {
  return sql()`
    h.provider_id = ${of.id}
    and not exists (select from suppressions s where ${same(of)} and ${active()})
    and h.refused_at is null
    and not exists (select from suppressions s where ${ofAny(of)} and ${liftedSince()})
    and not exists (select from suppressions s where ${same(of)} and ${expiredSince()})`;
}

/** Lifted here and stopped for nobody, and held there; not what the service has refused to take out. */
export function lifted(of: Of) {
  return sql()`
    h.provider_id = ${of.id} and h.refused_at is null
    and exists (select from suppressions s where ${ofAny(of)} and ${liftedSince()})
    and not exists (select from suppressions s where ${ofAny(of)} and ${active()})`;
}

export async function readDifference(of: Of): Promise<Difference> {
  const [counts, ofThem, ofUs, [back]] = await Promise.all([
    sql()<{ cause: HeldCause; count: number }[]>`
      select cause, count(*)::int as count from held_addresses h where ${theirs(of)} group by cause`,
    sample(theirs(of)),
    sample(lifted(of)),
    sql()<[{ count: number }]>`select count(*)::int as count from held_addresses h where ${lifted(of)}`,
  ]);
  return {
    theirs: {
      total: counts.reduce((sum, { count }) => sum + count, 0),
      byCause: Object.fromEntries(counts.map(({ cause, count }) => [cause, count])),
      sample: ofThem,
    },
    lifted: { total: back.count, sample: ofUs },
  };
}

async function sample(where: ReturnType<typeof theirs>): Promise<HeldView[]> {
  const rows = await sql()<(Omit<HeldView, 'at'> & { at: Date | null })[]>`
    select given as address, cause, reason, code, held_at as at from held_addresses h
    where ${where} order by held_at desc nulls last, address limit ${SAMPLE}`;
  return rows.map((row) => ({ ...row, at: row.at?.toISOString() ?? null }));
}
