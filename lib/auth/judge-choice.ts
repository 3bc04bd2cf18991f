import { z } from 'zod';
import type { Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import type { FlawText } from '@/lib/flaws';
import { shortText } from '@/lib/validation';
import { networkOf } from './network';
import { spendOfNetwork } from './network-budget';
import { judgePassword } from './passwords';
import { PASSWORD_MAX } from './schema';

/** Each pause while somebody types asks once; a stranger must not keep the processor busy. */
const BUDGET = { burst: 60, secondsEach: 1 };

export const ChoiceInput = z.strictObject({
  password: shortText(PASSWORD_MAX),
  name: shortText(80).optional(),
  email: shortText(254).optional(),
});
export type ChoiceInput = z.infer<typeof ChoiceInput>;

/** What is wrong with a password that is being chosen, as one types; the list is on the server alone. Companies are judged on saving. @throws AppError rate_limited */
export async function judgeChoice(
  ctx: Context,
  { password, ...whose }: ChoiceInput,
): Promise<FlawText | null> {
  if ((await spendOfNetwork(`password ${networkOf(ctx.ip)}`, BUDGET)) === null)
    throw new AppError('rate_limited', 'Too many passwords were judged for this address.', {
      retryAfterSeconds: BUDGET.secondsEach,
    });
  return judgePassword(password, whose);
}
