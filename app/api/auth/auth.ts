import NextAuth, { CredentialsSignin } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { deviceCookieName } from '@/lib/auth/known-devices';
import { SignInInput } from '@/lib/auth/schema';
import { endEarlierSession, revokeSessionById, sessionCookieName } from '@/lib/auth/session';
import { signIn as checkPassword } from '@/lib/auth/sign-in';
import { authSecret } from '@/lib/crypto/keyring';
import { isHttps } from '@/lib/env';
import { AppError, type ErrorCode } from '@/lib/errors';
import { clientAddress } from '@/lib/http/client-address';
import { readCookie } from '@/lib/http/cookie';
import { fromZodError } from '@/lib/http/problem';
import { paths } from '@/lib/paths';
import { SESSION_HOURS_MAX } from '@/lib/settings/security';
import { logAuthError } from './log-auth-error';

/** Configured on the first request, not at import: `next build` has no secret. The cookie holds only our session's id. */
export const { handlers, signIn, signOut } = NextAuth(() => ({
  secret: authSecret(),
  trustHost: true,
  useSecureCookies: isHttps(),
  // The row decides, by the settings of the moment.
  session: { strategy: 'jwt', maxAge: SESSION_HOURS_MAX * 3600 },
  cookies: {
    sessionToken: {
      name: sessionCookieName(),
      options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps() },
    },
  },
  pages: { signIn: paths.signIn(), error: paths.signIn() },
  providers: [Credentials({ credentials: { email: {}, password: {}, code: {} }, authorize })],
  callbacks: {
    jwt: ({ token, user }) => ({ sid: user ? user.id : token.sid }),
    session: ({ session }) => ({ expires: session.expires }),
  },
  // The cookie is only half of it: whoever has a copy must not go on with it.
  events: {
    async signOut(message) {
      const sid = 'token' in message ? message.token?.sid : undefined;
      if (typeof sid === 'string') await revokeSessionById(sid);
    },
  },
  logger: { error: (error) => logAuthError(error), warn: () => undefined },
}));

export class SignInRefused extends CredentialsSignin {
  override code: ErrorCode;

  constructor(readonly reason: AppError) {
    super();
    this.code = reason.code;
  }
}

async function authorize(credentials: unknown, request: Request): Promise<{ id: string }> {
  const input = SignInInput.safeParse(pick(credentials));
  if (!input.success) throw new SignInRefused(fromZodError(input.error));
  try {
    const { headers } = request;
    const device = readCookie(headers, deviceCookieName());
    const client = { ip: clientAddress(headers), userAgent: headers.get('user-agent'), device };
    const id = await checkPassword(input.data, client);
    await endEarlierSession(headers, id);
    return { id };
  } catch (error) {
    if (error instanceof AppError) throw new SignInRefused(error);
    throw error;
  }
}

/** next-auth adds fields of its own (csrfToken, callbackUrl). */
function pick(credentials: unknown) {
  const { email, password, code } = credentials as Record<string, unknown>;
  return { email, password, ...(code !== undefined && { code }) };
}
