import { type SQL, sql } from 'drizzle-orm';
import { messageBodies } from '@/drizzle/schema/messages';

/** Of as many characters as no word has, and every one-time link. */
const SECRET = '[A-Za-z0-9_-]{40,}';

/**
 * A body as those may read it who look at messages. What Relevo itself writes to a person has links that are for this person alone, such as
 * that for a new password: nobody else is to become that person by it. `acceptedBy`: the column `accepted_by_type` of the message.
 */
export function shownBody(part: 'html' | 'text', acceptedBy: unknown): SQL<string | null> {
  const body = messageBodies[part];
  return sql`case when ${acceptedBy} = 'job' then regexp_replace(${body}, ${SECRET}, '…', 'g') else ${body} end`;
}
