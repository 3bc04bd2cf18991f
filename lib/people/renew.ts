import { eq } from 'drizzle-orm';
import { invitations } from '@/drizzle/schema/people';
import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import { holdInvitation } from './invitations';
import { invitationEnd, tellLink } from './invite';
import { newLinkToken } from './link';
import type { Invited } from './schema';
import { auditInvitation } from './view';

/** Another link for 48 hours from now, mailed again; the one from before no longer works. @throws AppError not_found */
export async function renewInvitation(ctx: Context, { id }: { id: string }): Promise<Invited> {
  const { token, tokenHash } = newLinkToken();
  const row = await mutation(ctx, 'person.renew', async (tx) => {
    const before = await holdInvitation(tx, ctx, id);
    const [after] = await tx
      .update(invitations)
      .set({ tokenHash, expiresAt: invitationEnd() })
      .where(eq(invitations.id, before.id))
      .returning();
    return {
      result: after!,
      subjectId: before.id,
      before: auditInvitation(before),
      after: auditInvitation(after!),
    };
  });
  return tellLink(row, token);
}
