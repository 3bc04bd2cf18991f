import { eq, sql } from 'drizzle-orm';
import { bounceMailboxes } from '@/drizzle/schema/bounce-mailboxes';
import { withTimeout } from '@/lib/async/abort';
import { mutation } from '@/lib/audit/mutation';
import { mayChange } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { CAUSE_WORDS } from './causes';
import { readSoon } from './change';
import { lookUp, type Session, signIn } from './connect';
import { MailboxFailure, toFailure } from './failure';
import { findRow } from './find';
import { openFolder } from './folder';
import type { MailboxTest } from './schema';
import type { MailboxRow } from './view';

const LIMIT_MS = 20_000;

/** Connects, signs in, opens the folder, reads nothing. One that works is read at once, whatever failed before. @throws AppError not_found, forbidden */
export async function testMailbox(ctx: Context, { id: ref }: { id: string }): Promise<MailboxTest> {
  const row = await findRow(ctx, ref);
  mayChange(ctx, row.companyId);
  const result = await tryMailbox(row);
  await mutation(ctx, 'bounce_mailbox.test', async (tx) => {
    if (result.ok) {
      const due = { nextAt: sql`now()` };
      await tx.update(bounceMailboxes).set(due).where(eq(bounceMailboxes.id, row.id));
      await readSoon(tx);
    }
    const { ok, cause } = result;
    return { result: undefined, subjectId: row.id, ownerId: row.companyId, after: { ok, cause } };
  });
  return result;
}

async function tryMailbox(row: MailboxRow): Promise<MailboxTest> {
  const steps: MailboxTest['steps'] = [];
  const step = async <T>(
    name: 'dns' | 'sign_in' | 'folder',
    work: Promise<T>,
    tell: (value: T) => string,
  ) => {
    const began = performance.now();
    const took = () => Math.round(performance.now() - began);
    try {
      const value = await work;
      steps.push({ name, ok: true, ms: took(), detail: tell(value) });
      return value;
    } catch (error) {
      const failure = toFailure(session?.broke() ?? error, 'protocol', session?.secret);
      steps.push({ name, ok: false, ms: took(), detail: failure.reply ?? CAUSE_WORDS[failure.cause] });
      throw failure;
    }
  };
  let session: Session | undefined;
  try {
    const mails = await withTimeout(LIMIT_MS, async (signal) => {
      const addresses = await step('dns', lookUp(row), (found) => found.join(', '));
      session = await step('sign_in', signIn(row, addresses, signal), () => row.username);
      const folder = await step('folder', openFolder(session.client, row), () => row.folder);
      return folder.mails;
    });
    return { ok: true, steps, mails, summary: `The mailbox works: ${mails} mails lie in ${row.folder}.` };
  } catch (error) {
    const { cause, reply } = error instanceof MailboxFailure ? error : new MailboxFailure('timeout');
    return { ok: false, steps, cause, ...(reply && { reply }), summary: CAUSE_WORDS[cause] };
  } finally {
    session?.client.close();
  }
}
