import type { z } from 'zod';
import { createReplyRule } from '@/lib/replies/own/change';
import { ReplyRuleInput, type ReplyRuleView } from '@/lib/replies/own/schema';
import { testContext } from './factories';

let count = 0;

/** One whose words nobody says, unless told otherwise. */
export function makeReplyRule(input: Partial<z.input<typeof ReplyRuleInput>> = {}): Promise<ReplyRuleView> {
  const name = `rule ${++count}`;
  const defaults = { name, phrase: `has moved to planet ${count}`, means: 'user_unknown' as const };
  return createReplyRule(testContext, ReplyRuleInput.parse({ ...defaults, ...input }));
}
