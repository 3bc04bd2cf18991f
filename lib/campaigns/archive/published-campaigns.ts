import { and, desc, eq, isNull, or, sql } from 'drizzle-orm';
import { campaigns } from '@/drizzle/schema/campaigns';
import { db } from '@/lib/database/db';
import type { CampaignRow } from '../rows';
import { SHARED } from './addresses';

const MOST = 30;

/** Of a company, or to a list, by its id: the newest first. */
export function publishedCampaigns(of: string): Promise<CampaignRow[]> {
  const theirs =
    of === SHARED
      ? isNull(campaigns.companyId)
      : or(
          eq(campaigns.companyId, of),
          sql`${campaigns.audience} -> 'lists' @> ${JSON.stringify([of])}::jsonb`,
        );
  return db()
    .select()
    .from(campaigns)
    .where(and(eq(campaigns.archived, true), theirs))
    .orderBy(desc(campaigns.id))
    .limit(MOST);
}
