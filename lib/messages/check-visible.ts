import { and, eq } from 'drizzle-orm';
import { messages } from '@/drizzle/schema/messages';
import { scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { notFound } from '@/lib/errors';

/** Before what belongs to a message is given away by its id alone. @throws AppError not_found */
export async function checkVisible(ctx: Context, id: string): Promise<void> {
  if (ctx.companyId === null) return;
  const [row] = await db()
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.id, id), scoped(ctx, messages.companyId)));
  if (!row) throw notFound('message', id);
}
