import type { StoredBooks } from '@/drizzle/schema/campaigns';
import { sql } from '@/lib/database/db';

/** Where a recipient stands, by the message where it is kept: `r` and `m`. What is delivered and what a sandbox keeps was sent. */
export const OUTCOME = `case r.state when 'excluded' then 'excluded' when 'failed' then 'failed' when 'pending' then 'waiting' else
  case m.status when 'sent' then 'sent' when 'delivered' then 'sent' when 'captured' then 'sent' when 'bounced' then 'failed' when 'failed' then 'failed'
    when 'suppressed' then 'excluded' when 'canceled' then 'excluded' when 'parked' then 'parked' when 'uncertain' then 'uncertain' else
    case when m.id is null then coalesce(r.outcome, 'waiting') else 'waiting' end end end`;

type Counted = { outcome: keyof StoredBooks['reasons']; reason: string | null; count: number };

/** Counts rows, never what a process remembers: audience = sent + excluded + failed + parked + uncertain + who waits. Kept with the campaign. */
export async function countBooks(campaignId: string): Promise<StoredBooks> {
  const began = performance.now();
  const [providers, links] = await Promise.all([countProviders(campaignId), countLinks(campaignId)]);
  const rows = await sql()<Counted[]>`
    select outcome, reason, count(*)::int as count from (
      select ${sql().unsafe(OUTCOME)} as outcome,
        case when r.state in ('excluded', 'failed') then r.reason when m.status in ('suppressed', 'canceled', 'bounced', 'failed') then coalesce(m.reason, m.status) end as reason
      from campaign_recipients r left join messages m on m.id = r.message_id
      where r.campaign_id = ${campaignId}) as each
    group by 1, 2`;
  const of = (outcome: string) =>
    rows.filter((row) => row.outcome === outcome).reduce((sum, { count }) => sum + count, 0);
  const reasons: Record<string, number> = {};
  for (const { reason, count } of rows) if (reason) reasons[reason] = (reasons[reason] ?? 0) + count;
  const books: StoredBooks = {
    audience: rows.reduce((sum, { count }) => sum + count, 0),
    sent: of('sent'),
    excluded: of('excluded'),
    failed: of('failed'),
    parked: of('parked'),
    uncertain: of('uncertain'),
    waiting: of('waiting'),
    reasons,
    providers,
    links,
    at: new Date().toISOString(),
    ms: Math.round(performance.now() - began),
  };
  await sql()`update campaigns set books = ${sql().json(books as never)}::jsonb where id = ${campaignId}`;
  return books;
}

async function countProviders(campaignId: string): Promise<Record<string, number>> {
  const rows = await sql()<{ id: string; count: number }[]>`
    select provider_id as id, count(*)::int as count from messages
    where campaign_id = ${campaignId} and provider_id is not null and status in ('sent', 'delivered', 'captured', 'bounced') group by 1`;
  return Object.fromEntries(rows.map(({ id, count }) => [id, count]));
}

/** By people: what programs followed is left out. */
async function countLinks(campaignId: string): Promise<StoredBooks['links']> {
  const rows = await sql()<StoredBooks['links']>`
    select e.detail->>'link' as url, count(distinct e.message_id)::int as people
    from events e join campaign_recipients r on r.message_id = e.message_id
    where r.campaign_id = ${campaignId} and e.type = 'clicked' and e.detail ? 'link' and not coalesce(e.detail ? 'machine', false)
    group by 1 order by 2 desc, 1 limit 50`;
  return [...rows];
}

/** Of how much of its time the counting may take at most: one part in so many. */
const SHARE = 20;
const OFTEN_MS = 5_000;

/** Counted again only so often that it costs little beside the sending, however many there are. */
export async function freshBooks(campaignId: string, known: StoredBooks | null): Promise<StoredBooks> {
  const age = known ? Date.now() - Date.parse(known.at) : Number.POSITIVE_INFINITY;
  if (known && age < Math.max(OFTEN_MS, known.ms * SHARE)) return known;
  return countBooks(campaignId);
}

/** Nobody waits, and each is in exactly one place. */
export function isBalanced({
  audience,
  sent,
  excluded,
  failed,
  parked,
  uncertain,
  waiting,
}: StoredBooks): boolean {
  return waiting === 0 && audience === sent + excluded + failed + parked + uncertain;
}
