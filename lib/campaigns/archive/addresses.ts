import type { campaigns } from '@/drizzle/schema/campaigns';
import { publicAddress } from '@/lib/tracking/public-address';

/** Of what all companies share. */
export const SHARED = 'shared';

/** Where anybody reads it, and the feeds it stands in, that of the company first; null: it is not published, or nobody said where people reach this system. */
export function archiveOf({
  id,
  archived,
  companyId,
  audience,
}: Pick<typeof campaigns.$inferSelect, 'id' | 'archived' | 'companyId' | 'audience'>): {
  url: string;
  feeds: string[];
} | null {
  const address = publicAddress();
  if (!archived || address === null) return null;
  const feeds = [companyId ?? SHARED, ...audience.lists].map((of) => `${address}/api/a/rss/${of}`);
  return { url: archiveUrl(address, id), feeds };
}

export function archiveUrl(address: string, id: string): string {
  return `${address}/api/a/${id}`;
}
