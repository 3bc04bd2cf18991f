import { SignInRefused, signIn } from '@/app/api/auth/auth';
import type { Context } from '@/lib/context';
import { AppError } from '@/lib/errors';

/** Signs in through next-auth, which sets the cookie. @throws AppError invalid_credentials, too_many_attempts */
export async function startPanelSession(
  _ctx: Context,
  { email, password }: { email: string; password: string },
): Promise<void> {
  try {
    await signIn('credentials', { email, password, redirect: false });
  } catch (error) {
    throw refusal(error) ?? error;
  }
}

/** next-auth wraps what `authorize` threw. */
function refusal(error: unknown): AppError | undefined {
  if (error instanceof SignInRefused) return error.reason;
  if (error instanceof AppError) return error;
  const cause = (error as { cause?: { err?: unknown } } | null)?.cause?.err;
  return cause instanceof AppError || cause instanceof SignInRefused ? refusal(cause) : undefined;
}
