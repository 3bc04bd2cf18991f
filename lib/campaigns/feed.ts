import { sql } from '@/lib/database/db';
import { storeSlice } from '@/lib/intake/store-slice';
import { excludedBecause } from './audience';
import { type Composed, composer, type Recipient } from './compose';
import type { CampaignRow } from './rows';

/** As many at a time as one job is for. */
export const SLICE = 1_000;

type Next = Recipient & { gone: string | null };

/**
 * Makes the next messages: what is taken of a slice and what is made of it commit together, so that nobody is lost or has two, whoever ends
 * when, and however many do so at once. Whoever unsubscribed, bounced or left since it began is left out. @returns the ids of those that were made
 */
export async function feedSlice(row: CampaignRow, most: number): Promise<{ ids: string[]; looked: number }> {
  const next = await readNext(row, Math.min(most, SLICE));
  if (next.length === 0) return { ids: [], looked: 0 };
  const compose = await composer(row);
  const composed = new Map<string, Composed>();
  for (const one of next) composed.set(one.contactId, one.gone ? { reason: one.gone } : await compose(one));
  await leaveOut(row.id, next, composed);
  const made = next.flatMap(({ contactId }) => {
    const one = composed.get(contactId)!;
    return 'message' in one ? [{ contactId, ...one.message }] : [];
  });
  if (made.length === 0) return { ids: [], looked: next.length };
  const pairs = made.map(({ contactId, id }) => ({ contactId, id }));
  const ids = await storeSlice(
    made.map(({ contactId: _contact, ...message }) => message),
    sql()`admitted as (
      update campaign_recipients r set state = 'queued', message_id = p.id
      from jsonb_to_recordset(${sql().json(pairs)}::jsonb) as p("contactId" uuid, id uuid)
      where r.campaign_id = ${row.id} and r.contact_id = p."contactId" and r.state = 'pending'
        and exists (select from campaigns where id = ${row.id} and state in ('testing', 'sending'))
      returning r.message_id
    )`,
  );
  return { ids, looked: next.length };
}

async function readNext(row: CampaignRow, limit: number): Promise<Next[]> {
  const { lists, segments } = row.audience;
  const left =
    segments.length === 0 && lists.length > 0
      ? sql()`when not exists (select from list_members m where m.contact_id = r.contact_id and m.list_id = any(${lists}::uuid[]) and m.state = 'subscribed') then 'left_list'`
      : sql()``;
  return sql()<Next[]>`
    select r.contact_id as "contactId", r.address, r.name, r.language, r.variant, coalesce(c.fields, '{}') as fields,
      case when c.id is null then 'deleted' ${left} else ${excludedBecause(row.companyId)} end as gone
    from campaign_recipients r left join contacts c on c.id = r.contact_id
    where r.campaign_id = ${row.id} and r.state = 'pending' and r.send_at <= now() and r.variant is not null
    order by r.send_at, r.contact_id limit ${limit}`;
}

/** What keeps a message from being made is a failure of it; who may not be written to is left out. */
const FAILURES = ['variables', 'template'];

async function leaveOut(campaignId: string, next: Next[], composed: Map<string, Composed>): Promise<void> {
  const out = next.flatMap(({ contactId }) => {
    const one = composed.get(contactId)!;
    if (!('reason' in one)) return [];
    return [{ contactId, reason: one.reason, state: FAILURES.includes(one.reason) ? 'failed' : 'excluded' }];
  });
  if (out.length === 0) return;
  await sql()`
    update campaign_recipients r set state = o.state, reason = o.reason
    from jsonb_to_recordset(${sql().json(out)}::jsonb) as o("contactId" uuid, reason text, state text)
    where r.campaign_id = ${campaignId} and r.contact_id = o."contactId" and r.state = 'pending'`;
}
