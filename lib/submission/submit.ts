import { createHash } from 'node:crypto';
import { Breath } from '@/lib/async/breath';
import { MAX_RECIPIENTS } from '@/lib/channels/email/schema';
import type { ParsedMessage } from '@/lib/channels/message-fields';
import type { Context } from '@/lib/context';
import { fromZodError } from '@/lib/http/problem';
import { acceptTogether } from '@/lib/intake/accept';
import { MessageInput } from '@/lib/messages/schema';
import { addressed, readMail } from './read-mail';
import { SmtpReply } from './reply';

/** As of `Idempotency-Key`. */
const MAX_KEY = 256;
const PIECE_BYTES = 4 * 1024 * 1024;
const isKey = (key: string) => key.length >= 1 && key.length <= MAX_KEY;

export type Envelope = { from: string; to: string[] };

/**
 * Takes responsibility for what a client handed in: when this resolves it is stored, as one message or, with more recipients than a message
 * has, as several in one commit. A client that did not hear the answer sends the same again, and is told the same id.
 * @returns the id of the first @throws SmtpReply, AppError, ZodError: nothing was stored
 */
export async function submit(
  ctx: Context,
  { from, to }: Envelope,
  bytes: Buffer,
  spend: (messages: number) => Promise<unknown>,
): Promise<string> {
  const mail = await readMail(bytes);
  const { raw } = mail;
  const inputs = addressed(mail, to, MAX_RECIPIENTS).map((input) => ({
    ...parsed(input),
    ...(raw && { raw }),
  }));
  await spend(inputs.length);
  if (mail.idempotencyKey !== undefined && !isKey(mail.idempotencyKey))
    throw new SmtpReply(554, `5.6.0 The idempotency key must have 1 to ${MAX_KEY} characters`);
  const key = mail.idempotencyKey ?? (mail.messageId ? await repetitionKey({ from, to }, bytes) : undefined);
  const { id } = await acceptTogether(ctx, inputs, key);
  return id;
}

/**
 * The same bytes to the same envelope within a day are a repetition, as of a client that lost the line before it heard the answer. Not by the
 * Message-ID alone: list software sends one to many envelopes, and other programs use one again for another text.
 */
async function repetitionKey({ from, to }: Envelope, bytes: Buffer): Promise<string> {
  const breath = new Breath();
  const hash = createHash('sha256').update(JSON.stringify([from, to.toSorted()]));
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    hash.update(bytes.subarray(at, at + PIECE_BYTES));
    await breath.take();
  }
  return `smtp:${hash.digest('hex')}`;
}

function parsed(input: object): ParsedMessage {
  const result = MessageInput.safeParse(input, { reportInput: true });
  if (!result.success) throw fromZodError(result.error);
  return result.data;
}
