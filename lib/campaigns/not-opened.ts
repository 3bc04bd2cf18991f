import { sql } from '@/lib/database/db';

/** Of whom a campaign was sent to, those who did not open it themselves: a condition on `contacts c`. */
export function notOpened(id: string) {
  return sql()`exists (
    select from campaign_recipients r join messages m on m.id = r.message_id
    where r.campaign_id = ${id} and r.contact_id = c.id and m.status in ('sent', 'delivered', 'captured') and not exists (
      select from events e where e.message_id = m.id and e.type in ('opened', 'clicked') and not coalesce(e.detail ? 'machine', false)))`;
}
