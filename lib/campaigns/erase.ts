import { sql } from '@/lib/database/db';

/** What a person who is deleted was called; their address is replaced as everywhere. */
export async function eraseFromCampaigns(addresses: string[]): Promise<void> {
  await sql()`update campaign_recipients set name = null where address_compared = any(${addresses})`;
}
