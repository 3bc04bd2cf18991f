import { desc } from 'drizzle-orm';
import { tokens } from '@/drizzle/schema/tokens';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import type { TokenView } from './schema';
import { viewToken } from './view';

export async function listTokens(_ctx: Context): Promise<{ data: TokenView[] }> {
  const rows = await db().select().from(tokens).orderBy(desc(tokens.id)).limit(500);
  return { data: rows.map(viewToken) };
}
