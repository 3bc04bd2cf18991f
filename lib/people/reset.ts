import { and, eq, gt, isNull, sql as raw } from 'drizzle-orm';
import { passwordLinks } from '@/drizzle/schema/people';
import { users } from '@/drizzle/schema/users';
import { mutation } from '@/lib/audit/mutation';
import { accountKey } from '@/lib/auth/account-key';
import { type Context, jobContext } from '@/lib/context';
import { db, type Transaction } from '@/lib/database/db';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { paths } from '@/lib/paths';
import { refusal } from '@/lib/refusals';
import { holdPerson } from './hold';
import { mailLink, newLinkToken } from './link';
import type { ResetSent } from './schema';

const RESET_MINUTES = 60;
/** Whoever asks in a person's name fills no mailbox. */
const AGAIN_AFTER_MINUTES = 5;

/**
 * Mails a link by which the person sets a new password, once and within an hour. Until then the old one works.
 * @throws AppError not_found; conflict for who is deactivated
 */
export async function resetPassword(ctx: Context, { id }: { id: string }): Promise<ResetSent> {
  const { token, tokenHash } = newLinkToken();
  const expiresAt = new Date(Date.now() + RESET_MINUTES * 60_000);
  const person = await mutation(ctx, 'person.reset', async (tx) => {
    const held = await holdPerson(tx, ctx, id);
    if (!held.active)
      throw new AppError(
        'conflict',
        `${held.email} is deactivated: activate the account first.`,
        refusal('person_inactive', { email: held.email }),
      );
    await dropOpen(tx, held.id);
    await tx.insert(passwordLinks).values({ tokenHash, userId: held.id, expiresAt });
    return {
      result: held,
      subjectId: held.id,
      after: { email: held.email, linkEndsAt: expiresAt.toISOString() },
    };
  });
  const { email: to, language } = person;
  const path = paths.newPassword(token);
  const { mail, link } = await mailLink({
    kind: 'newPassword',
    to,
    language,
    path,
    values: { minutes: String(RESET_MINUTES) },
  });
  return { expiresAt: expiresAt.toISOString(), mail, ...(mail !== 'sent' && { link }) };
}

/** The work of the job that "Forgotten your password?" leaves behind, so that its answer tells and takes the same for everybody. */
export async function mailForgotten(email: string): Promise<void> {
  const recent = raw`now() - make_interval(mins => ${AGAIN_AFTER_MINUTES})`;
  const [person] = await db()
    .select({ id: users.id })
    .from(users)
    .leftJoin(
      passwordLinks,
      and(
        eq(passwordLinks.userId, users.id),
        isNull(passwordLinks.usedAt),
        gt(passwordLinks.createdAt, recent),
      ),
    )
    .where(and(eq(users.emailKey, accountKey(email)), eq(users.active, true), isNull(passwordLinks.userId)));
  if (!person) return;
  const { mail } = await resetPassword(jobContext('forgotten-password'), { id: person.id });
  if (mail !== 'sent')
    log.warn('nobody got the link for a new password', { person: person.id, reason: mail });
}

async function dropOpen(tx: Transaction, userId: string): Promise<void> {
  await tx.delete(passwordLinks).where(and(eq(passwordLinks.userId, userId), isNull(passwordLinks.usedAt)));
}
