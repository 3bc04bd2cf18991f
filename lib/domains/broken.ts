import { asc, isNotNull } from 'drizzle-orm';
import { domains } from '@/drizzle/schema/domains';
import { db } from '@/lib/database/db';

export type BrokenDomain = {
  id: string;
  name: string;
  shownName: string;
  companyId: string | null;
  brokenAt: Date;
  /** What is wrong of its records now; none where nobody got an answer since. */
  records: { key: string; finding: { code: string; params?: Record<string, string | number> } }[];
};

const MOST = 1_000;

/** All that were right before and are not now, the oldest first. That DNS is silent never brings one here, nor takes it away. */
export async function listBroken(): Promise<BrokenDomain[]> {
  const rows = await db()
    .select()
    .from(domains)
    .where(isNotNull(domains.brokenAt))
    .orderBy(asc(domains.brokenAt), domains.id)
    .limit(MOST);
  return rows.map(({ id, name, shownName, companyId, brokenAt, checks }) => ({
    id,
    name,
    shownName,
    companyId,
    brokenAt: brokenAt!,
    records: Object.entries(checks).flatMap(([key, { state, finding }]) =>
      finding && state !== 'right' && state !== 'unknown' ? [{ key, finding }] : [],
    ),
  }));
}
