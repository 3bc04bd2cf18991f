import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';

/** Figures of a campaign of a company, of now. @returns its id */
export async function plantCampaign(companyId: string): Promise<string> {
  const id = newId();
  await sql()`
    insert into topic_counts (kind, quarter, topic_id, company_id, slot, messages_sent)
    values ('campaign', date_trunc('hour', now()), ${id}, ${companyId}, 0, 4711)`;
  return id;
}
