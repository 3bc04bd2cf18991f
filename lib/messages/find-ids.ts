import { and, desc, lt } from 'drizzle-orm';
import { messages } from '@/drizzle/schema/messages';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { placesOf, type Wanted } from './places';

/** Ids of all messages that match, newest first, at most `size` at a time; who has enough stops asking. */
export async function* findIds(ctx: Context, filter: Wanted, size: number): AsyncGenerator<string[]> {
  for await (const place of placesOf(ctx, filter))
    for (let before: string | undefined; ; ) {
      const rows = await db()
        .select({ id: messages.id })
        .from(messages)
        .where(and(place, before ? lt(messages.id, before) : undefined))
        .orderBy(desc(messages.id))
        .limit(size);
      // Also where there are none: whoever watches the time hears of it.
      yield rows.map(({ id }) => id);
      if (rows.length < size) break;
      before = rows.at(-1)!.id;
    }
}
