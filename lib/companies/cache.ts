import { companies } from '@/drizzle/schema/companies';
import { CachedFor } from '@/lib/async/cached-for';
import { db } from '@/lib/database/db';
import { currentTransaction } from '@/lib/database/within';
import { readableCompany } from './readable';
import type { CompanyRow } from './view';

const MAX_AGE_MS = 1_000;
/** By then every process knows of a change. */
export const KNOWN_AFTER_SECONDS = 2;

const cache = new CachedFor<Map<string, CompanyRow>, number>(MAX_AGE_MS, readCompanies);

/** Next bundles pages, their actions and route handlers apart: what one of them saves, the others must hear of. */
const holder = globalThis as typeof globalThis & { relevoCompanyChanges?: number };

/** All companies by id, known for a second: who accepts and delivers asks for each message. */
export function cachedCompanies(): Promise<Map<string, CompanyRow>> {
  if (currentTransaction()) return readCompanies();
  return cache.get(holder.relevoCompanyChanges ?? 0);
}

/** For the process that made the change, and for tests. */
export function forgetCompanies(): void {
  holder.relevoCompanyChanges = (holder.relevoCompanyChanges ?? 0) + 1;
}

async function readCompanies(): Promise<Map<string, CompanyRow>> {
  const rows = await db().select().from(companies);
  return new Map(rows.map((row) => [row.id, readableCompany(row)]));
}
