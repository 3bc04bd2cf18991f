import { announce as tellPages } from '@/lib/announcements/announce';
import { sql } from '@/lib/database/db';
import { announce } from '@/lib/webhooks/announce';

type Received = {
  id: string;
  companyId: string | null;
  provider: { id: string; name: string };
  channel: string;
  address: string;
  text: string;
  at: Date;
};

/** What somebody wrote who was never written to: kept, shown with them, and told to programs. Told again it is kept once. */
export async function keepReceived(received: Received): Promise<void> {
  const { id, companyId, provider, channel, address, text, at } = received;
  await sql()`
    insert into received_texts (id, company_id, provider_id, channel, address, text, at)
    values (${id}, ${companyId}, ${provider.id}, ${channel}, ${address}, ${text}, ${at})
    on conflict do nothing`;
  tellPages('messages');
  const data = { id, channel, from: address, text, provider: provider.name };
  await announce({ type: 'message.received', key: id, companyId, at, data });
}
