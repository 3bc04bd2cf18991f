import type { bounceMailboxes } from '@/drizzle/schema/bounce-mailboxes';
import { keyOf } from '@/lib/companies/resolve';
import { loadProvider } from '@/lib/providers/load';
import { CAUSE_WORDS, type MailboxCause } from './causes';
import type { MailboxView } from './schema';

export type MailboxRow = typeof bounceMailboxes.$inferSelect;

export async function viewMailbox(row: MailboxRow): Promise<MailboxView> {
  const company = await keyOf(row.companyId);
  const cause = row.cause as MailboxCause | null;
  return {
    ...settingsOf(row),
    id: row.id,
    secrets: {
      password: { set: row.sealedPassword !== null, last4: '', updatedAt: row.passwordAt.toISOString() },
    },
    account: row.accountId === null ? null : await accountNamed(row.accountId),
    readAt: row.readAt?.toISOString() ?? null,
    mailsRead: row.mailsRead,
    mailsNoted: row.mailsNoted,
    mailsUnreadable: row.mailsUnreadable,
    failure:
      row.failingSince && cause
        ? {
            cause,
            since: row.failingSince.toISOString(),
            reply: row.reply,
            summary: CAUSE_WORDS[cause] ?? CAUSE_WORDS.protocol,
          }
        : null,
    ...(company && { company }),
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

async function accountNamed(id: string): Promise<MailboxView['account']> {
  const provider = await loadProvider(id);
  return provider ? { id, name: provider.row.name } : null;
}

/** What a person sets, as it goes into the audit log; of the password only when it was given. */
export function settingsOf(row: MailboxRow) {
  const { name, host, port, security, username, folder, everyMinutes, afterReading, moveTo, active } = row;
  return { name, host, port, security, username, folder, everyMinutes, afterReading, moveTo, active };
}

export function auditOf(row: MailboxRow) {
  return {
    ...settingsOf(row),
    accountId: row.accountId,
    companyId: row.companyId,
    passwordGivenAt: row.passwordAt.toISOString(),
  };
}
