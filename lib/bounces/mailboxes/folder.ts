import type { ImapFlow } from 'imapflow';
import { MailboxFailure } from './failure';
import type { MailboxRow } from './view';

/** Opens the folder, and makes the one that mails are moved to. @throws MailboxFailure, or what the library throws */
export async function openFolder(client: ImapFlow, row: MailboxRow) {
  if (row.afterReading === 'move') await makeTarget(client, row.moveTo!);
  const opened = await client.mailboxOpen(row.folder);
  if (opened.readOnly && row.afterReading !== 'nothing') throw new MailboxFailure('read_only');
  return { uidValidity: Number(opened.uidValidity), uidNext: opened.uidNext, mails: opened.exists };
}

async function makeTarget(client: ImapFlow, path: string): Promise<void> {
  try {
    // One that is there already is told as such, without an error.
    await client.mailboxCreate(path);
  } catch (error) {
    if (!(error as { responseStatus?: string }).responseStatus) throw error;
    // Servers that do not say why refuse one that is there as well.
    if (await isThere(client, path)) return;
    throw new MailboxFailure('target_folder', (error as { responseText?: string }).responseText ?? null);
  }
}

async function isThere(client: ImapFlow, path: string): Promise<boolean> {
  const status = await client.status(path, { messages: true }).catch(() => false as const);
  return status !== false;
}
