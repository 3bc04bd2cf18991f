import { z } from 'zod';
import type { AiAnswer } from '@/lib/ai/ask/answer';
import { TryInput } from '@/lib/bounces/try-text';
import { companyIdOf } from '@/lib/companies/resolve';
import type { Context } from '@/lib/context';
import { notFound } from '@/lib/errors';
import { getMessage } from '@/lib/messages/get';
import type { MessageDetail } from '@/lib/messages/view-schema';
import { type Proposed, proposeRule, type ToSort } from './sort';

/** The reply of an attempt, what an event of a bounce says, or what somebody pasted. */
export const SortInput = z.union([
  z.strictObject({ message: z.uuid(), attempt: z.uuid() }),
  z.strictObject({ message: z.uuid(), event: z.uuid() }),
  TryInput.pick({ text: true, as: true }),
]);
export type SortInput = z.output<typeof SortInput>;

/** Nothing is changed by it: a person makes a rule of it, or does not. @throws AppError not_found */
export async function sortReply(ctx: Context, input: SortInput): Promise<AiAnswer<Proposed>> {
  const language = ctx.locale;
  if ('text' in input)
    return proposeRule(ctx, { ...input, addresses: [], companyId: ctx.companyId, language });
  const message = await getMessage(ctx, input.message);
  const said = 'attempt' in input ? inAttempt(message, input.attempt) : inEvent(message, input.event);
  const companyId = message.company ? ((await companyIdOf(message.company)) ?? null) : null;
  const addresses = message.recipients.map(({ address }) => address);
  return proposeRule(ctx, { ...said, addresses, companyId, language });
}

type Said = Pick<ToSort, 'as' | 'text'>;

function inAttempt({ attempts }: MessageDetail, id: string): Said {
  const outcomes = attempts.find((attempt) => attempt.id === id)?.outcomes ?? [];
  const reply = outcomes.find(({ unsorted }) => unsorted)?.reply;
  if (!reply) throw notFound('attempt with a reply that no table knows', id);
  return { as: 'reply', text: reply };
}

function inEvent({ events }: MessageDetail, id: string): Said {
  const detail = events.find((event) => event.id === id)?.detail;
  if (detail?.by !== 'bounce' || typeof detail.reply !== 'string') throw notFound('bounce', id);
  return { as: 'bounce', text: detail.reply };
}
