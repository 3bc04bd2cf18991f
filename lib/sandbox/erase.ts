import { sql } from '@/lib/database/db';

/** What the inbox shows of these messages besides whom they were for. */
export async function eraseFromInbox(ids: string[]): Promise<void> {
  await sql()`
    update sandbox_messages set subject = '' where message_id = any(${ids}::uuid[]) and message_id between ${ids[0]!} and ${ids.at(-1)!}`;
}
