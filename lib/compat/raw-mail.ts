import { MAX_RECIPIENTS } from '@/lib/channels/email/schema';
import { AppError, invalid } from '@/lib/errors';
import { readAddress } from '@/lib/submission/envelope';
import { addressed, readMail } from '@/lib/submission/read-mail';
import { SmtpReply } from '@/lib/submission/reply';
import { readMailbox } from '@/lib/text/address';
import { Draft } from './draft';

/** A mail as a program wrote it, in messages to those of the envelope: as the door for SMTP reads it. @throws AppError validation_failed */
export async function draftsOfMail(
  bytes: Uint8Array,
  to: string[] | null,
): Promise<{ drafts: Draft[]; idempotencyKey: string | undefined }> {
  try {
    const mail = await readMail(Buffer.from(bytes));
    const envelope = to ?? mail.named;
    const addresses = envelope.map((one) => readAddress(readMailbox(one)?.email ?? one));
    const drafts = addressed(mail, addresses, MAX_RECIPIENTS).map((input) => {
      const draft = new Draft();
      Object.assign(draft.input, input);
      draft.raw = mail.raw;
      return draft;
    });
    return { drafts, idempotencyKey: mail.idempotencyKey };
  } catch (error) {
    if (error instanceof SmtpReply) throw new AppError('validation_failed', withoutCode(error.message));
    throw error;
  }
}

/**
 * What a request says beside the mail goes before what the mail says of itself. A mail that goes as it was written could not say it.
 * @throws AppError validation_failed where it can go in no other way
 */
export function addOptions(draft: Draft, options: Draft): void {
  for (const [name, value] of Object.entries(options.input)) {
    if (draft.raw && WRITTEN.has(name)) {
      if (draft.raw.need === 'required') throw options.retell(invalid(name, 'not_honoured'));
      draft.raw = null;
    }
    const known = draft.input[name];
    const isTable = typeof value === 'object' && value !== null && !Array.isArray(value);
    draft.input[name] = isTable && typeof known === 'object' ? { ...known, ...value } : value;
  }
}

/** What stands in a mail itself. */
const WRITTEN = new Set(['from', 'replyTo', 'headers']);

const withoutCode = (text: string) => text.replace(/^\d\.\d\.\d+ /, '');
