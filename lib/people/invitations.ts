import { and, eq, isNull } from 'drizzle-orm';
import { invitations } from '@/drizzle/schema/people';
import { mutation } from '@/lib/audit/mutation';
import { accountKey } from '@/lib/auth/account-key';
import type { Context } from '@/lib/context';
import type { Transaction } from '@/lib/database/db';
import { notFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { lockPeople } from './hold';
import { isWithinReach } from './reach';
import { auditInvitation, type InvitationRow } from './view';

/** The link ends at once. @throws AppError not_found */
export async function withdrawInvitation(ctx: Context, { id }: { id: string }): Promise<void> {
  await mutation(ctx, 'person.withdraw', async (tx) => {
    const before = await holdInvitation(tx, ctx, id);
    const [after] = await tx
      .update(invitations)
      .set({ end: 'withdrawn' })
      .where(eq(invitations.id, before.id))
      .returning();
    return {
      result: undefined,
      subjectId: before.id,
      before: auditInvitation(before),
      after: auditInvitation(after!),
    };
  });
}

/** One without its answer, by id or address. @throws AppError not_found */
export async function holdInvitation(tx: Transaction, ctx: Context, ref: string): Promise<InvitationRow> {
  await lockPeople(tx);
  const named = isUuid(ref) ? eq(invitations.id, ref) : eq(invitations.emailKey, accountKey(ref));
  const [row] = await tx
    .select()
    .from(invitations)
    .where(and(named, isNull(invitations.end)));
  if (!row || !isWithinReach(ctx, row)) throw notFound('invitation', ref);
  return row;
}

export async function findOpen(tx: Transaction, email: string): Promise<InvitationRow | undefined> {
  const [row] = await tx
    .select()
    .from(invitations)
    .where(and(eq(invitations.emailKey, accountKey(email)), isNull(invitations.end)));
  return row;
}
