import { sql } from '@/lib/database/db';

/** An id of a provider names one message, or the few that it took together. */
const MOST = 100;
/** Shorter ones are words of a subject; longer ones nobody gives. */
const SHORTEST = 4;
const LONGEST = 200;

/**
 * Messages that a provider knows by this id, as it told it when it took them; in angle brackets or not. By an index over all attempts.
 * @param providerId whose id it is: gateways count from one, so that two of them give the same; absent: of anybody
 */
export async function findByProviderId(q: string | undefined, providerId?: string): Promise<string[]> {
  const id = q?.trim().replace(/^<(.*)>$/, '$1') ?? '';
  if (id.length < SHORTEST || id.length > LONGEST || /\s/.test(id)) return [];
  const [bare, bracketed] = [JSON.stringify([id]), JSON.stringify([`<${id}>`])];
  // Materialized, without order or limit inside: for those PostgreSQL would go through all attempts by their key and hope to meet one.
  const rows = await sql()<{ id: string }[]>`
    with found as materialized (
      select message_id as id from attempts
      where outcomes is not null and (
        jsonb_path_query_array(outcomes, '$[*].providerMessageId') @> ${bare}::text::jsonb
        or jsonb_path_query_array(outcomes, '$[*].providerMessageId') @> ${bracketed}::text::jsonb)
        ${providerId ? sql()`and provider_id = ${providerId}` : sql()``}
    )
    select id from found limit ${MOST}`;
  return [...new Set(rows.map((row) => row.id))];
}
