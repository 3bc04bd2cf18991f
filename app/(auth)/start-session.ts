import { SignInRefused, signIn } from '@/app/api/auth/auth';
import type { Context } from '@/lib/context';

/** Signs in through next-auth, which sets the cookie. @throws AppError invalid_credentials, too_many_attempts */
export async function startPanelSession(
  _ctx: Context,
  { email, password }: { email: string; password: string },
): Promise<void> {
  try {
    await signIn('credentials', { email, password, redirect: false });
  } catch (error) {
    throw unwrap(error);
  }
}

/** next-auth wraps what `authorize` threw; the reason decides what the form says. */
function unwrap(error: unknown): unknown {
  if (error instanceof SignInRefused) return error.reason;
  const cause = (error as { cause?: { err?: unknown } } | null)?.cause?.err;
  return cause === undefined ? error : unwrap(cause);
}
