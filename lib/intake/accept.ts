import type { ParsedMessage } from '@/lib/channels/message-fields';
import { companyFor } from '@/lib/companies/resolve';
import { settingsFor } from '@/lib/companies/settings-for';
import type { Context } from '@/lib/context';
import { sha256, sha256Large } from '@/lib/crypto/compare';
import { cachedProviders } from '@/lib/providers/cache';
import { currentSettings } from '@/lib/settings/current';
import type { Accepted } from './accepted';
import { answerDuplicate } from './deduplicate';
import { findFirstAnswer, firstAnswer } from './first-answer';
import { ownerOf } from './owner';
import { type PreparedMessage, prepareMessage } from './prepare';
import { type PreparedAttachment, prepareFiles } from './prepare-files';
import { type Idempotency, storeMessage } from './store';
import { ensureTestSandbox } from './test-sandbox';
import { withTemplate } from './with-template';

/**
 * Takes responsibility for a message: when this resolves it is committed together with the job that will send it.
 * The same `idempotencyKey` with the same body answers the first answer again, for 24 hours; the same `dedupe.key`, with any body,
 * names the first message for as many hours as that one asked.
 * @throws AppError validation_failed, payload_too_large, idempotency_conflict
 */
export async function acceptMessage(
  ctx: Context,
  input: ParsedMessage,
  idempotencyKey?: string,
): Promise<Accepted> {
  const files = await prepareFiles(input);
  const idempotency = idempotencyKey ? await bind(ctx, idempotencyKey, input, files) : undefined;
  const dedupe = input.dedupe && { ...input.dedupe, owner: ownerOf(ctx) };
  let message: PreparedMessage;
  try {
    const companyId = await companyFor(ctx, input.company);
    if (ctx.test) await ensureTestSandbox(input.channel, companyId);
    const [providers, { delivery }] = await Promise.all([cachedProviders(), currentSettings()]);
    const { sender, country } = await settingsFor(companyId);
    const owner = { companyId, sender, country };
    const applied = await withTemplate(input, companyId);
    message = await prepareMessage(ctx, applied.input, {
      files,
      owner,
      providers,
      settings: delivery,
      ...applied,
    });
  } catch (error) {
    // What was fine the first time may not be now: its hour has passed, its provider is gone.
    const first = idempotency && (await findFirstAnswer(ctx, idempotency, dedupe));
    if (first) return first;
    throw error;
  }
  const { stored, duplicateOf } = await storeMessage({ message, idempotency, dedupe });
  if (duplicateOf) return answerDuplicate(ctx, duplicateOf, message.id, idempotency);
  if (!stored && idempotency) return firstAnswer(ctx, idempotency, dedupe);
  return { id: message.id, status: message.status };
}

/** A key belongs to its holder and is bound to the meaning of the body, not to its spelling. */
async function bind(
  ctx: Context,
  key: string,
  input: ParsedMessage,
  files: PreparedAttachment[],
): Promise<Idempotency> {
  return { owner: ownerOf(ctx), route: 'messages', key, bodyHash: sha256(await digest(input, files)) };
}

const LONG = 64 * 1024;

/** As JSON, long texts and files in it by their hashes. */
async function digest(input: ParsedMessage, files: PreparedAttachment[]): Promise<string> {
  const brief = async (body: string | undefined) =>
    body && body.length > LONG ? (await sha256Large(body)).toString('hex') : body;
  const attachments = input.attachments?.map((attachment, index) => {
    const { content } = attachment;
    const isShort = typeof content === 'string' && content.length <= LONG;
    return isShort ? attachment : { ...attachment, content: files[index]!.sha256.toString('hex') };
  });
  const [html, text] = await Promise.all([brief(input.html), brief(input.text)]);
  return JSON.stringify({ ...input, html, text, attachments });
}
