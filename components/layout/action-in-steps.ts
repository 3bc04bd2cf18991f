import type { Stepped } from '@/lib/async/in-steps';
import type { Result } from './use-action';

/** One press for what a server action does in steps of some thousands: each begins where the one before stopped, the answer is their sum. */
export function actionInSteps<Input extends object>(action: (input: Input) => Promise<Result<Stepped>>) {
  return async (input: Input): Promise<Result<Stepped>> => {
    const sum = await action(input);
    while (sum.ok && sum.data.nextCursor) {
      const next = await action({ ...input, cursor: sum.data.nextCursor });
      if (!next.ok) return next;
      sum.data.replayed += next.data.replayed;
      sum.data.nextCursor = next.data.nextCursor;
    }
    return sum;
  };
}
