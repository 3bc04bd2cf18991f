import { z } from 'zod';
import type { AiAnswer } from '@/lib/ai/ask/answer';
import { askAi } from '@/lib/ai/ask/ask';
import { cleanUntrusted, UNTRUSTED } from '@/lib/ai/words/clean';
import type { Context } from '@/lib/context';
import { languageName } from './language-name';

export const EXPLAINED_CAUSES = [
  'address_wrong',
  'mailbox_full',
  'blocked_by_reputation',
  'blocked_by_content',
  'sender_not_verified',
  'credentials',
  'limit_reached',
  'receiver_down',
  'network',
  'our_settings',
  'unknown',
] as const;

const Answer = z.strictObject({
  cause: z.enum(EXPLAINED_CAUSES),
  whoActs: z.enum(['administrator', 'technician', 'recipient', 'provider', 'nobody']),
  explanation: z.string(),
  steps: z.array(z.string()),
  confidence: z.enum(['low', 'medium', 'high']),
});
export type Explained = z.infer<typeof Answer>;

export type ToExplain = {
  /** What is known of it: the kind of provider, codes, what our own tables say. */
  facts: Record<string, string>;
  /** As the server wrote it. */
  reply: string;
  companyId: string | null;
  language: string;
};

const MOST_REPLY = 1_500;
const MOST_WORDS = 700;
const MOST_STEPS = 5;
const LINK = /https?:|www\.|\b[\w-]+@[\w-]+\.\w|\{\{|\{%|<[a-z/!]/i;

/** What a reply means, in plain words, beside our own diagnosis and never instead of it. */
export function explainFailure(
  ctx: Context,
  { facts, reply, companyId, language }: ToExplain,
): Promise<AiAnswer<Explained>> {
  return askAi(ctx, {
    use: 'explain',
    name: 'explain',
    version: 1,
    instructions: `You explain to an office worker without technical knowledge why a message could not be delivered, and what to do. Write in ${languageName(language)}, politely, in at most 80 words and ${MOST_STEPS} short steps. Give no links and no addresses. Where you do not know, say so with the cause "unknown". ${UNTRUSTED}`,
    input: { ...facts, untrusted_text: cleanUntrusted(reply, MOST_REPLY) },
    schema: Answer,
    maxOutputTokens: 2_000,
    companyId,
    check: ({ explanation, steps }) => {
      const isLong =
        explanation.length > MOST_WORDS ||
        steps.length > MOST_STEPS ||
        steps.some((step) => step.length > 300);
      if (isLong || explanation.trim() === '') return 'too long, or nothing';
      return [explanation, ...steps].some((words) => LINK.test(words)) ? 'it has a link' : undefined;
    },
  });
}
