import { and, eq, gt, isNull, sql as raw } from 'drizzle-orm';
import { passwordLinks } from '@/drizzle/schema/people';
import { users } from '@/drizzle/schema/users';
import { mutation } from '@/lib/audit/mutation';
import { changeUser, endSessions } from '@/lib/auth/change-user';
import { forgetDevices } from '@/lib/auth/known-devices';
import { hashNewPassword } from '@/lib/auth/passwords';
import { forgetAttempts } from '@/lib/auth/throttle';
import type { Context } from '@/lib/context';
import { sha256 } from '@/lib/crypto/compare';
import { db, type Transaction } from '@/lib/database/db';
import { AppError } from '@/lib/errors';
import { refusal } from '@/lib/refusals';
import type { NewPasswordInput } from './schema';

type Found = {
  userId: string;
  email: string;
  name: string;
  companyIds: string[] | null;
  usedAt: Date | null;
  expired: boolean;
};

export async function passwordLinkState(token: string): Promise<'valid' | 'unknown' | 'used' | 'expired'> {
  return stateOf(await find(db(), token));
}

/** Uses up the link; all sessions of the person end. A second factor stays asked for. @throws AppError not_found; conflict for a link that has ended */
export async function setNewPassword(ctx: Context, { token, password }: NewPasswordInput): Promise<void> {
  const whose = admit(await find(db(), token));
  const passwordHash = await hashNewPassword(password, whose);
  const email = await mutation(ctx, 'person.set_password', async (tx) => {
    const used = await tx
      .update(passwordLinks)
      .set({ usedAt: raw`now()` })
      .where(
        and(
          eq(passwordLinks.tokenHash, sha256(token)),
          isNull(passwordLinks.usedAt),
          gt(passwordLinks.expiresAt, raw`now()`),
        ),
      )
      .returning({ userId: passwordLinks.userId });
    const link = admit(await find(tx, token), used.length > 0);
    await changeUser(tx, link.userId, { passwordHash });
    await endSessions(tx, link.userId, 'password');
    await forgetDevices(tx, link.userId);
    const actor = { type: 'user', id: link.userId, label: link.email } as const;
    return { result: link.email, actor, subjectId: link.userId };
  });
  await forgetAttempts(email);
}

async function find(from: Pick<Transaction, 'select'>, token: string): Promise<Found | undefined> {
  const { userId, usedAt, expiresAt, tokenHash } = passwordLinks;
  const [row] = await from
    .select({
      userId,
      usedAt,
      email: users.email,
      name: users.name,
      companyIds: users.companyIds,
      expired: raw<boolean>`${expiresAt} <= now()`,
    })
    .from(passwordLinks)
    .innerJoin(users, and(eq(users.id, userId), eq(users.active, true)))
    .where(eq(tokenHash, sha256(token)));
  return row;
}

function stateOf(row: Found | undefined) {
  if (!row) return 'unknown';
  if (row.usedAt) return 'used';
  return row.expired ? 'expired' : 'valid';
}

/** `byMe`: it was used up by this very statement. */
function admit(row: Found | undefined, byMe = false): Found {
  const state = stateOf(row);
  if (state === 'unknown')
    throw new AppError('not_found', 'This link is mistyped, or was replaced by a newer one.');
  if (state === 'used' && !byMe)
    throw new AppError('conflict', 'This link was used already.', refusal('link_spent'));
  if (state === 'expired' && !byMe)
    throw new AppError('conflict', 'This link has expired. Ask for a new one.', refusal('link_expired'));
  return row!;
}
