import { inTurns } from '@/lib/async/in-turns';
import type { ParsedMessage } from '@/lib/channels/message-fields';
import { companyFor } from '@/lib/companies/resolve';
import { settingsFor } from '@/lib/companies/settings-for';
import type { Context } from '@/lib/context';
import { cachedProviders } from '@/lib/providers/cache';
import { currentSettings } from '@/lib/settings/current';
import type { Accepted } from './accepted';
import { answerDuplicate } from './deduplicate';
import { firstAnswer } from './first-answer';
import { answerOf, type PreparedMessage, prepareMessage } from './prepare';
import type { PreparedAttachment } from './prepare-files';
import type { StoreInput, StoreResult } from './store';
import { ensureTestSandbox } from './test-sandbox';
import { withTemplate } from './with-template';

/** As it can be stored. @throws AppError validation_failed, payload_too_large */
export async function readyMessage(
  ctx: Context,
  input: ParsedMessage,
  files: PreparedAttachment[],
): Promise<PreparedMessage> {
  const companyId = await companyFor(ctx, input.company);
  if (ctx.test) await ensureTestSandbox(input.channel, companyId);
  const [providers, { delivery }] = await Promise.all([cachedProviders(), currentSettings()]);
  const { sender, country, timeZone } = await settingsFor(companyId);
  const owner = { companyId, sender, country, timeZone };
  const applied = await withTemplate(input, companyId);
  // All of a batch may have waited for the same reading of these.
  await inTurns();
  return prepareMessage(ctx, applied.input, { files, owner, providers, settings: delivery, ...applied });
}

export function answerStored(
  ctx: Context,
  { message, idempotency, dedupe }: StoreInput,
  { stored, duplicateOf }: StoreResult,
): Promise<Accepted> | Accepted {
  if (duplicateOf) return answerDuplicate(ctx, duplicateOf, message.id, idempotency);
  if (!stored && idempotency) return firstAnswer(ctx, idempotency, dedupe);
  return answerOf(message);
}
