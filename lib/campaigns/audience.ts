import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import type { PendingQuery, Row } from 'postgres';
import { segments } from '@/drizzle/schema/lists';
import { db, sql } from '@/lib/database/db';
import { visibleLists } from '@/lib/segments/check';
import type { SegmentRules } from '@/lib/segments/schema';
import { ofCompany, whereOf } from '@/lib/segments/where';
import { notOpened } from './not-opened';
import type { CampaignRow } from './rows';

type Fragment = PendingQuery<Row[]>;
type Addressed = Pick<CampaignRow, 'companyId' | 'audience' | 'resendOf'>;

/** Whom it is for, as a condition on `contacts c`: made when it is called, for what is awaited is a query that runs. What was deleted of it since, or is another company's, means nobody. */
export async function audienceOf(
  { companyId, audience, resendOf }: Addressed,
  now = new Date(),
): Promise<() => Fragment> {
  const { lists, segments: meant, without } = audience;
  const [rules, visible] = await Promise.all([
    rulesOf(companyId, [...meant, ...without.segments]),
    visibleLists(companyId, [...lists, ...without.lists]),
  ]);
  const around = { companyId, now };
  const anyOf = (on: string[], of: string[]) => {
    const parts = [
      ...(on.length > 0 ? [onLists(on.filter((id) => visible.includes(id)))] : []),
      ...of.flatMap((id) => rules.get(id) ?? []).map((each) => whereOf(each, around)),
    ];
    const [first, ...others] = parts;
    return first ? sql()`(${others.reduce((a, b) => sql()`${a} or ${b}`, first)})` : sql()`false`;
  };
  return () =>
    sql()`${ofCompany(companyId)} and ${anyOf(lists, meant)} and not ${anyOf(without.lists, without.segments)} and ${resendOf ? notOpened(resendOf) : sql()`true`}`;
}

function onLists(ids: string[]): Fragment {
  return sql()`exists (select from list_members m where m.list_id = any(${ids}::uuid[]) and m.contact_id = c.id and m.state = 'subscribed')`;
}

export async function rulesOf(companyId: string | null, ids: string[]): Promise<Map<string, SegmentRules>> {
  if (ids.length === 0) return new Map();
  const ofAll = isNull(segments.companyId);
  const rows = await db()
    .select({ id: segments.id, rules: segments.rules })
    .from(segments)
    .where(
      and(
        inArray(segments.id, ids),
        companyId === null ? ofAll : or(ofAll, eq(segments.companyId, companyId)),
      ),
    );
  return new Map(rows.map(({ id, rules }) => [id, rules as SegmentRules]));
}

/** Why a contact gets nothing though it is meant: null for most. Over `contacts c`; the first that holds. */
export function excludedBecause(companyId: string | null): Fragment {
  const standing = sql()`
    s.address = c.email_compared and s.channel = 'email' and s.lifted_at is null and (s.expires_at is null or s.expires_at > now())
    and (s.company_id is null or s.company_id is not distinct from ${companyId}) and (s.category is null or s.category = 'marketing' or s.cause = 'complaint')`;
  return sql()`case when c.email is null then 'no_address' else (
    select case cause when 'unsubscribe' then 'unsubscribed' when 'complaint' then 'complained' when 'manual' then 'suppressed' else 'bounced' end
    from suppressions s where ${standing} order by (cause = 'unsubscribe') desc limit 1) end`;
}

export type AudienceCounts = { audience: number; excluded: Record<string, number>; toSend: number };

/** Whom it would be sent to now. */
export async function countAudience(row: Addressed): Promise<AudienceCounts> {
  const where = await audienceOf(row);
  const counted = await sql()<{ why: string | null; count: number }[]>`
    select why, count(*)::int as count from (
      select coalesce(${excludedBecause(row.companyId)},
        case when row_number() over (partition by c.email_compared order by c.id) > 1 then 'duplicate' end) as why
      from contacts c where ${where()}) as meant
    group by why`;
  const excluded = Object.fromEntries(
    counted.flatMap(({ why, count }) => (why === null ? [] : [[why, count]])),
  );
  const audience = counted.reduce((sum, { count }) => sum + count, 0);
  return { audience, excluded, toSend: counted.find(({ why }) => why === null)?.count ?? 0 };
}
