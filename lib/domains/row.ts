import type { domains } from '@/drizzle/schema/domains';

export type DomainRow = typeof domains.$inferSelect;
