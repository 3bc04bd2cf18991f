import type { Context } from '@/lib/context';
import { applyBounce, type BounceResult } from './apply-bounce';
import type { Mail } from './mail';
import { parseMail } from './parse-mail';
import { splitMbox } from './split-mbox';

/** `results: null`: it cannot be read as a mail. `subject` as it came, for a person to find it again. */
export type MailResult = { subject: string; results: BounceResult[] | null };

/** Each mail of a file: one as it came, or an mbox. */
export async function* readMails(
  ctx: Context,
  file: Buffer,
  options: { dryRun?: boolean } = {},
): AsyncGenerator<MailResult> {
  for (const bytes of splitMbox(file)) yield await readMail(ctx, bytes, options);
}

export async function readMail(
  ctx: Context,
  bytes: Uint8Array,
  options: { dryRun?: boolean } = {},
): Promise<MailResult> {
  const mail = await parseMail(bytes);
  return mail && isMail(mail)
    ? { subject: mail.subject, results: await applyBounce(ctx, mail, options) }
    : { subject: '', results: null };
}

/** Any text has a line that may be taken for a header; one of these every mail has (RFC 5322, 3.6; those that servers add). */
function isMail({ fields }: Mail): boolean {
  return fields.some(({ name }) =>
    ['from', 'date', 'received', 'return-path', 'message-id', 'subject'].includes(name),
  );
}
