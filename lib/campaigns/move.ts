import { sql } from 'drizzle-orm';
import type { Transaction } from '@/lib/database/db';

/** Of a contact who turned out to be another one: in what is under way they have one place, that of whom the mail was meant for. */
export async function moveCampaignPlaces(
  tx: Transaction,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const underWay = sql`(select id from campaigns where finished_at is null and state <> 'draft')`;
  await tx.execute(sql`
    delete from campaign_recipients own using campaign_recipients other
    where own.campaign_id in ${underWay} and own.campaign_id = other.campaign_id and own.contact_id = ${to} and other.contact_id = ${from}
      and own.state = 'excluded' and own.reason = 'duplicate'`);
  await tx.execute(sql`
    update campaign_recipients r set contact_id = ${to} where r.campaign_id in ${underWay} and r.contact_id = ${from}
      and not exists (select from campaign_recipients own where own.campaign_id = r.campaign_id and own.contact_id = ${to})`);
}
