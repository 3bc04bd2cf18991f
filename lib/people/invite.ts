import { eq } from 'drizzle-orm';
import { invitations } from '@/drizzle/schema/people';
import { users } from '@/drizzle/schema/users';
import { mutation } from '@/lib/audit/mutation';
import { accountKey } from '@/lib/auth/account-key';
import type { Context } from '@/lib/context';
import type { Transaction } from '@/lib/database/db';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { paths } from '@/lib/paths';
import { refusal } from '@/lib/refusals';
import { lockPeople } from './hold';
import { findOpen } from './invitations';
import { mailLink, newLinkToken } from './link';
import { companyIdsFor } from './reach';
import type { InvitationInput, Invited } from './schema';
import { auditInvitation, type InvitationRow, viewInvitation } from './view';

export const INVITATION_HOURS = 48;

/**
 * A link by which somebody makes an account, once and within 48 hours: mailed, and in this answer.
 * @throws AppError conflict for who is there or invited already; forbidden and validation_failed for other companies
 */
export async function invitePerson(ctx: Context, input: InvitationInput): Promise<Invited> {
  const { email, role, language = ctx.locale } = input;
  const companyIds = await companyIdsFor(ctx, input.companies);
  const { token, tokenHash } = newLinkToken();
  const row = await mutation(ctx, 'person.invite', async (tx) => {
    await lockPeople(tx);
    await refuseKnown(tx, email);
    const [stored] = await tx
      .insert(invitations)
      .values({
        id: newId(),
        email,
        role,
        companyIds,
        language,
        tokenHash,
        invitedBy: ctx.actor.label,
        expiresAt: invitationEnd(),
      })
      .returning();
    return { result: stored!, subjectId: stored!.id, after: auditInvitation(stored!) };
  });
  return tellLink(row, token);
}

export function invitationEnd(): Date {
  return new Date(Date.now() + INVITATION_HOURS * 3_600_000);
}

export async function tellLink(row: InvitationRow, token: string): Promise<Invited> {
  const path = paths.join(token);
  const { email: to, language, invitedBy } = row;
  const { mail, link } = await mailLink({
    kind: 'invitation',
    to,
    language,
    path,
    values: { by: invitedBy, hours: String(INVITATION_HOURS) },
  });
  return { ...(await viewInvitation(row)), link, mail };
}

async function refuseKnown(tx: Transaction, email: string): Promise<void> {
  const [person] = await tx
    .select({ active: users.active })
    .from(users)
    .where(eq(users.emailKey, accountKey(email)));
  if (person)
    throw new AppError(
      'conflict',
      `${email} has an account already${person.active ? '' : ', which is deactivated: activate it'}.`,
      refusal(person.active ? 'person_there' : 'person_inactive', { email }),
    );
  const open = await findOpen(tx, email);
  if (!open) return;
  if (open.expiresAt.getTime() > Date.now())
    throw new AppError(
      'conflict',
      `${email} is invited already. Make a new link, or withdraw the invitation first.`,
      refusal('invited_already', { email }),
    );
  await tx.update(invitations).set({ end: 'withdrawn' }).where(eq(invitations.id, open.id));
}
