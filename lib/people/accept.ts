import { eq } from 'drizzle-orm';
import { invitations } from '@/drizzle/schema/people';
import { mutation } from '@/lib/audit/mutation';
import { insertUser, type UserView } from '@/lib/auth/create-user';
import { hashNewPassword } from '@/lib/auth/passwords';
import type { Context } from '@/lib/context';
import { sha256 } from '@/lib/crypto/compare';
import { db, type Transaction } from '@/lib/database/db';
import { AppError } from '@/lib/errors';
import { refusal } from '@/lib/refusals';
import { lockPeople } from './hold';
import type { AcceptInput } from './schema';
import type { InvitationRow } from './view';

export type LinkState = 'valid' | 'unknown' | 'used' | 'withdrawn' | 'expired';

/** What the page behind an invitation's link shows. */
export async function findInvitation(token: string): Promise<{ state: LinkState; email?: string }> {
  const row = await rowOf(db(), token);
  const state = stateOf(row);
  return state === 'valid' ? { state, email: row!.email } : { state };
}

/** Uses up the link and makes the account that it invites to. @throws AppError not_found; conflict for a link that has ended */
export async function acceptInvitation(ctx: Context, input: AcceptInput): Promise<UserView> {
  const { token, password, name, language } = input;
  // Whoever may not join costs us no hash: this door is open to everybody.
  const { email, companyIds } = admit(await rowOf(db(), token));
  const passwordHash = await hashNewPassword(password, { name, email, companyIds });
  return mutation(ctx, 'person.join', async (tx) => {
    await lockPeople(tx);
    const invitation = admit(await rowOf(tx, token));
    const { role, companyIds, invitedBy } = invitation;
    const user = await insertUser(tx, { email, name, role, language, companyIds }, passwordHash);
    await tx.update(invitations).set({ end: 'accepted' }).where(eq(invitations.id, invitation.id));
    const actor = { type: 'user', id: user.id, label: email } as const;
    return { result: user, actor, subjectId: user.id, after: { ...user, companyIds, invitedBy } };
  });
}

async function rowOf(from: Pick<Transaction, 'select'>, token: string): Promise<InvitationRow | undefined> {
  const [row] = await from
    .select()
    .from(invitations)
    .where(eq(invitations.tokenHash, sha256(token)));
  return row;
}

function stateOf(row: InvitationRow | undefined): LinkState {
  if (!row) return 'unknown';
  if (row.end) return row.end === 'accepted' ? 'used' : 'withdrawn';
  return row.expiresAt.getTime() <= Date.now() ? 'expired' : 'valid';
}

function admit(row: InvitationRow | undefined): InvitationRow {
  const state = stateOf(row);
  if (state === 'unknown')
    throw new AppError('not_found', 'This link is mistyped, or was replaced by a newer one.');
  if (state === 'used') throw new AppError('conflict', 'This link was used already.', refusal('link_spent'));
  if (state === 'withdrawn')
    throw new AppError('conflict', 'This invitation was withdrawn.', refusal('link_withdrawn'));
  if (state === 'expired')
    throw new AppError('conflict', 'This link has expired. Ask for a new one.', refusal('link_expired'));
  return row!;
}
