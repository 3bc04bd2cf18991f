import { sql } from '@/lib/database/db';
import { linkCode, openPickup } from './pickup-cell';
import type { MailProblem } from './schema';

/** A token of which somebody is to be told, with those who may be the ones. */
export type Told = {
  tokenId: string;
  name: string;
  companyId: string | null;
  responsibleId: string | null;
  createdBy: string | null;
};

export type PickupToMail = Told & { id: string; graceHours: number; code: string };

/** New secrets that wait and of which nobody was told yet, each with what its link holds. */
export async function pickupsToMail(): Promise<PickupToMail[]> {
  const rows = await sql()<(Told & { id: string; graceHours: number; sealed: string })[]>`
    select p.id, p.sealed, t.id as "tokenId", t.name, t.company_id as "companyId", t.responsible_id as "responsibleId",
      t.created_by as "createdBy", coalesce(t.rotate_grace_hours, 0) as "graceHours"
    from token_pickups p join tokens t on t.id = p.token_id
    where p.sealed is not null and p.mailed_at is null
    order by p.id limit 100`;
  return rows.map(({ sealed, ...row }) => ({ ...row, code: linkCode(openPickup({ id: row.id, sealed })) }));
}

/** `problem`: null where everybody was written to. */
export async function notePickupMail(id: string, now: Date, problem: MailProblem | null): Promise<void> {
  const mailedAt = problem === null ? now.toISOString() : null;
  await sql()`
    update token_pickups set mailed_at = ${mailedAt}, mail_problem = ${problem} where id = ${id} and mailed_at is null`;
}

export type WarningToMail = Told & { expiresAt: Date; days: number };

/** Of the warnings of a token that ends soon, the last one, where nobody was written to yet. */
export async function warningsToMail(now: Date): Promise<WarningToMail[]> {
  return sql()<WarningToMail[]>`
    select t.id as "tokenId", t.name, t.company_id as "companyId", t.responsible_id as "responsibleId", t.created_by as "createdBy",
      w.expires_at as "expiresAt", w.days
    from token_warnings w join tokens t on t.id = w.token_id and t.expires_at = w.expires_at
    where w.mailed_at is null and w.expires_at > ${now.toISOString()}::timestamptz and t.revoked_at is null
      and not exists (select from token_warnings l where l.token_id = w.token_id and l.expires_at = w.expires_at and l.days < w.days)
    order by w.expires_at limit 100`;
}

export async function noteWarningMail(
  { tokenId, expiresAt, days }: WarningToMail,
  now: Date,
  problem: MailProblem | null,
): Promise<void> {
  const mailedAt = problem === null ? now.toISOString() : null;
  await sql()`
    update token_warnings set mailed_at = ${mailedAt}, mail_problem = ${problem}
    where token_id = ${tokenId} and expires_at = ${expiresAt.toISOString()} and days = ${days} and mailed_at is null`;
}
