import { z } from 'zod';
import type { AiAnswer } from '@/lib/ai/ask/answer';
import { companyIdOf } from '@/lib/companies/resolve';
import type { Context } from '@/lib/context';
import { notFound } from '@/lib/errors';
import { getMessage } from '@/lib/messages/get';
import { type Explained, explainFailure } from './explain';

export const ExplainInput = z.strictObject({
  /** Of the message. */
  id: z.uuid(),
  attemptId: z.uuid(),
});

/** What a server meant by its answer, in the reader's language. @throws AppError not_found */
export async function explainAttempt(
  ctx: Context,
  { id, attemptId }: z.output<typeof ExplainInput>,
): Promise<AiAnswer<Explained>> {
  const message = await getMessage(ctx, id);
  const attempt = message.attempts.find((each) => each.id === attemptId);
  const outcome = attempt?.outcomes.find(({ outcome, reply }) => reply && outcome !== 'accepted');
  if (!attempt || !outcome) throw notFound('attempt with a reply', attemptId);
  const { code, fault, permanent, reply } = outcome;
  return explainFailure(ctx, {
    facts: {
      provider: attempt.provider,
      ...(code && { code }),
      ...(fault && { fault }),
      permanent: permanent ? 'yes' : 'no',
    },
    reply: reply!,
    companyId: message.company ? ((await companyIdOf(message.company)) ?? null) : null,
    language: ctx.locale,
  });
}
