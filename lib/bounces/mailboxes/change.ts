import { eq, sql } from 'drizzle-orm';
import { bounceMailboxes } from '@/drizzle/schema/bounce-mailboxes';
import { mutation } from '@/lib/audit/mutation';
import { checkVersion, explainStale } from '@/lib/audit/version';
import { companyFor } from '@/lib/companies/resolve';
import type { Context } from '@/lib/context';
import type { Transaction } from '@/lib/database/db';
import { withUnique } from '@/lib/database/with-unique';
import { invalid } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { enqueue } from '@/lib/queue/enqueue';
import { findAccount } from './account';
import { getMailbox, lockMailbox } from './find';
import type { MailboxInput, MailboxPatch, MailboxView } from './schema';
import { sealPassword } from './sealed-passwords';
import { auditOf, type MailboxRow, viewMailbox } from './view';

/** It is read at once. @throws AppError name_taken, forbidden, validation_failed */
export async function createMailbox(
  ctx: Context,
  { password, account, company, ...settings }: MailboxInput,
): Promise<MailboxView> {
  const id = newId();
  const companyId = await companyFor(ctx, company);
  const accountId = account ? await findAccount(ctx, account, { ...settings, companyId }) : null;
  const values = {
    ...settings,
    id,
    companyId,
    accountId,
    sealedPassword: accountId ? null : sealPassword(id, password!),
  };
  const row = await withUniqueName(() =>
    mutation(ctx, 'bounce_mailbox.create', async (tx) => {
      const [created] = await tx.insert(bounceMailboxes).values(values).returning();
      await readSoon(tx);
      return { result: created!, subjectId: id, ownerId: companyId, after: auditOf(created!) };
    }),
  );
  return viewMailbox(row);
}

/** @throws AppError not_found, name_taken, changed_meanwhile, forbidden, validation_failed */
export async function updateMailbox(
  ctx: Context,
  { id: ref, version, password, account, ...patch }: MailboxPatch & { id: string },
): Promise<MailboxView> {
  const save = () =>
    mutation(ctx, 'bounce_mailbox.update', async (tx) => {
      const before = await lockMailbox(tx, ctx, ref);
      checkVersion(version, before.version);
      const wanted = { ...before, ...patch };
      if (wanted.afterReading === 'move' && !wanted.moveTo) throw invalid('moveTo', 'required');
      const signIn = await newSignIn(ctx, { before, wanted, password, account });
      const [after] = await tx
        .update(bounceMailboxes)
        .set({
          ...patch,
          ...signIn,
          ...(isElsewhere(before, wanted) && { uidValidity: null, lastUid: 0 }),
          ...FRESH,
          version: sql`${bounceMailboxes.version} + 1`,
          updatedAt: new Date(),
        })
        .where(eq(bounceMailboxes.id, before.id))
        .returning();
      await readSoon(tx);
      return {
        result: after!,
        subjectId: before.id,
        ownerId: before.companyId,
        before: auditOf(before),
        after: auditOf(after!),
      };
    });
  const row = await explainStale(
    () => withUniqueName(save),
    { ...patch, version },
    () => getMailbox(ctx, ref),
  );
  return viewMailbox(row);
}

type SignIn = { before: MailboxRow; wanted: MailboxRow; password?: string; account?: string | null };

/** A password, or the account of a provider: whichever was given last, and fits to where it goes now. */
async function newSignIn(ctx: Context, { before, wanted, password, account }: SignIn) {
  const ref = account === undefined && password === undefined ? before.accountId : account;
  if (ref) return { accountId: await findAccount(ctx, ref, wanted), sealedPassword: null };
  if (password !== undefined)
    return { accountId: null, sealedPassword: sealPassword(before.id, password), passwordAt: new Date() };
  // Whoever may change settings must not send a password that others gave to a server of their own.
  if (before.sealedPassword === null || isMoved(before, wanted)) throw invalid('password', 'given_again');
  return {};
}

/** Mails that were read stay noted. @throws AppError not_found, forbidden */
export async function deleteMailbox(ctx: Context, { id: ref }: { id: string }): Promise<void> {
  await mutation(ctx, 'bounce_mailbox.delete', async (tx) => {
    const before = await lockMailbox(tx, ctx, ref);
    await tx.delete(bounceMailboxes).where(eq(bounceMailboxes.id, before.id));
    return {
      result: undefined,
      subjectId: before.id,
      ownerId: before.companyId,
      before: auditOf(before),
    };
  });
}

/** Not at the next minute only: who has just saved it looks whether it works. */
export function readSoon(tx: Transaction): Promise<void> {
  return enqueue(tx, 'read-mailboxes', {}, 'now');
}

/** What was said of the settings from before holds no more, and whoever reads by them loses it. */
const FRESH = {
  nextAt: sql`now()`,
  leasedUntil: null,
  leaseNo: sql`${bounceMailboxes.leaseNo} + 1`,
  failingSince: null,
  failures: 0,
  cause: null,
  reply: null,
};

function isMoved(before: MailboxRow, after: MailboxRow): boolean {
  return (['host', 'port', 'security', 'username'] as const).some(
    (name) => String(before[name]).toLowerCase() !== String(after[name]).toLowerCase(),
  );
}

/** Another folder has numbers of its own. */
function isElsewhere(before: MailboxRow, after: MailboxRow): boolean {
  return isMoved(before, after) || before.folder !== after.folder;
}

function withUniqueName<T>(work: () => Promise<T>): Promise<T> {
  return withUnique(
    'bounce_mailboxes_name_key',
    { detail: 'There already is a bounce mailbox of this name.' },
    work,
  );
}
