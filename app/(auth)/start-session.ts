import { SignInRefused, signIn } from '@/app/api/auth/auth';
import { HALF_WAY_SECONDS, halfWayCookieName } from '@/lib/auth/half-way';
import type { SignInInput } from '@/lib/auth/schema';
import { SecondFactorNeeded } from '@/lib/auth/sign-in';
import type { Context } from '@/lib/context';
import { keepCookie, keepDevice } from './keep-cookie';

/** Signs in through next-auth, which sets the cookie; who has a second factor is half-way. @throws AppError as `signIn` of `lib/auth` */
export async function startPanelSession(
  _ctx: Context,
  { email, password, code }: SignInInput,
): Promise<{ needsCode: boolean }> {
  try {
    await signIn('credentials', { email, password, ...(code && { code }), redirect: false });
  } catch (error) {
    const reason = unwrap(error);
    if (!(reason instanceof SecondFactorNeeded)) throw reason;
    await keepCookie(halfWayCookieName(), reason.halfWay, HALF_WAY_SECONDS);
    return { needsCode: true };
  }
  await keepDevice({ email });
  return { needsCode: false };
}

/** next-auth wraps what `authorize` threw; the reason decides what the form says. */
function unwrap(error: unknown): unknown {
  if (error instanceof SignInRefused) return error.reason;
  const cause = (error as { cause?: { err?: unknown } } | null)?.cause?.err;
  return cause === undefined ? error : unwrap(cause);
}
