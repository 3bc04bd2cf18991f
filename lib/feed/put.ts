import { announce } from '@/lib/announcements/announce';
import { Batcher } from '@/lib/async/batcher';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';

export type NewItem = {
  contactId: string;
  notificationId: string;
  type: string;
  title: string;
  body: string;
  url: string | null;
};

/** Those that come together share a statement. */
const batcher = new Batcher<NewItem, undefined>({ flush: putAll, waitMs: 2, maxItems: 200, concurrency: 2 });

/** Of one notification once, whoever hands it over again. Whoever is deleted meanwhile gets none. Committed when this resolves. */
export async function putFeedItem(item: NewItem): Promise<void> {
  await batcher.add(item);
  announce('feed');
}

async function putAll(items: NewItem[]): Promise<undefined[]> {
  const rows = items.map((item) => JSON.stringify({ ...item, id: newId() }));
  await sql()`
    insert into feed_items (id, contact_id, notification_id, type, title, body, url, created_at)
    select i.id, i."contactId", i."notificationId", i.type, i.title, i.body, i.url, now()
    from unnest(${rows}::text[]) as u(row),
      jsonb_to_record(u.row::jsonb) as i(id uuid, "contactId" uuid, "notificationId" uuid, type text, title text, body text, url text)
    join contacts c on c.id = i."contactId"
    on conflict (notification_id) do nothing`;
  return items.map(() => undefined);
}
