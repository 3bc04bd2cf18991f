import { eq } from 'drizzle-orm';
import { tokens } from '@/drizzle/schema/tokens';
import { db } from '@/lib/database/db';

/** The person who made a token; null: the command line did. */
export async function makerOfToken(id: string): Promise<string | null> {
  const [row] = await db().select({ createdBy: tokens.createdBy }).from(tokens).where(eq(tokens.id, id));
  return row?.createdBy ?? null;
}
