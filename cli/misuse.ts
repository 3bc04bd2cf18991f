import { AppError } from '@/lib/errors';

/** What was typed or handed over cannot be used: the argument and why, for whoever sits at the terminal. */
export function misuse(argument: string, why: string): AppError {
  return new AppError('validation_failed', `${argument}: ${why}`);
}
