import { sql } from '@/lib/database/db';
import { recordEvents } from '@/lib/events/record';
import { newId } from '@/lib/ids';

const MOST = 2_000;

/**
 * Those of a campaign that nobody is sending, the oldest first. What somebody died over may be out already: nobody knows, and nobody sends it
 * again. @returns how many
 */
export async function cancelOfCampaign(campaignId: string): Promise<number> {
  const waiting = await sql()<{ id: string }[]>`
    select id from messages
    where campaign_id = ${campaignId} and due_at is not null and (claimed_until is null or claimed_until < now())
    order by id limit ${MOST}`;
  if (waiting.length === 0) return 0;
  const pairs = waiting.map(({ id }) => ({ id, event_id: newId() }));
  const rows = await sql()`
    with given as (select * from jsonb_to_recordset(${sql().json(pairs)}::jsonb) as g(id uuid, event_id uuid)),
    stopped as (
      update messages m set
        status = case when begun.any_left then 'uncertain' else 'canceled' end,
        reason = case when begun.any_left then 'interrupted' else 'canceled' end,
        due_at = null, finished_at = now(), claimed_by = null, claimed_until = null
      from given g cross join lateral (
        select exists (select from attempts a where a.message_id = g.id and a.finished_at is null) as any_left) as begun
      where m.id = g.id and m.due_at is not null and (m.claimed_until is null or m.claimed_until < now())
      returning m.id, m.company_id, m.status, g.event_id
    ),
    ${recordEvents({
      id: sql()`event_id`,
      messageId: sql()`id`,
      companyId: sql()`company_id`,
      type: sql()`status`,
      detail: sql()`'{"by": "campaign"}'::jsonb`,
      from: sql()`from stopped`,
    })}
    select id from stopped`;
  return rows.length;
}
