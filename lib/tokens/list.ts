import { desc } from 'drizzle-orm';
import { tokens } from '@/drizzle/schema/tokens';
import { cachedCompanies } from '@/lib/companies/cache';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { tokensOf } from './family';
import { withSecrets } from './rows';
import type { TokenView } from './schema';
import { viewToken } from './view';

export async function listTokens(ctx: Context): Promise<{ data: TokenView[] }> {
  const [rows, companies] = await Promise.all([
    db().select().from(tokens).where(tokensOf(ctx)).orderBy(desc(tokens.id)).limit(500),
    cachedCompanies(),
  ]);
  const stored = await withSecrets(rows);
  return { data: stored.map((row) => viewToken(row, companies.get(row.companyId ?? '')?.key)) };
}
