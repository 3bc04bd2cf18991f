import type { SuppressionCause } from '@/drizzle/suppression-causes';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import type { CATEGORIES } from '@/lib/routing/categories';
import { toCompare } from './compare';
import { recordSuppressions } from './record';

export type NewSuppression = {
  /** Null: for all companies. */
  companyId: string | null;
  /** `email` unless told otherwise. */
  channel?: string;
  address: string;
  cause: SuppressionCause;
  /** Of the messages that are stopped; null: all. */
  category: (typeof CATEGORIES)[number] | null;
  /** When it came about; now unless told otherwise. What is older than a lifting changes nothing. */
  at?: Date;
  messageId?: string;
  providerId?: string;
  code?: string;
  reason?: string;
  /** Null: for good. */
  expiresAt?: Date | null;
  /** Who did it by hand. */
  addedBy?: string;
};

/** Sends nothing more of the category to these addresses. Told twice of the same message it changes nothing. */
export async function suppress(told: NewSuppression | NewSuppression[]): Promise<void> {
  const rows = [told].flat().map(toRow);
  if (rows.length === 0) return;
  await sql()`
    with ${recordSuppressions(sql()`
      select * from jsonb_to_recordset(${sql().json(rows as never)}) as r(
        id uuid, company_id uuid, channel text, address text, cause text, category text, provider_id uuid, message_id uuid, code text, reason text,
        at timestamptz, expires_at timestamptz, added_by text)`)}
    select 1`;
}

type Released = Pick<NewSuppression, 'companyId' | 'channel' | 'address' | 'cause' | 'category' | 'at'>;

/** Takes one cause back, as somebody who subscribes again does; what came after `at` stays. @returns whether it stood there */
export async function unsuppress({
  companyId,
  channel = 'email',
  address,
  cause,
  category,
  at = new Date(),
}: Released): Promise<boolean> {
  const rows = await sql()`
    update suppressions set lifted_at = ${at}
    where address = ${toCompare(channel, address)} and channel = ${channel} and cause = ${cause}
      and company_id is not distinct from ${companyId} and category is not distinct from ${category} and lifted_at is null and last_at <= ${at}
    returning id`;
  return rows.length > 0;
}

function toRow(told: NewSuppression) {
  const { channel = 'email', address, at = new Date() } = told;
  return {
    id: newId(),
    company_id: told.companyId,
    channel,
    address: toCompare(channel, address),
    cause: told.cause,
    category: told.category,
    provider_id: told.providerId,
    message_id: told.messageId,
    code: told.code,
    reason: told.reason,
    at,
    expires_at: told.expiresAt,
    added_by: told.addedBy,
  };
}
