import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { safeCallbackUrl } from '@/lib/auth/callback-url';
import { readSession, type SessionUser } from '@/lib/auth/session';
import { isSetUp } from '@/lib/auth/setup-link';
import { PAGE_HEADER } from '@/lib/http/page-header';
import { paths } from '@/lib/paths';

/** Who asked for this page. */
export const userOfRequest = cache(async (): Promise<SessionUser | null> => readSession(await headers()));

/**
 * Who is signed in; asked once per request however many components want to know. Next draws a page anew in the answer of an action, and what
 * that has just put in place of the request's session counts.
 */
export const currentUser = cache(
  async (): Promise<SessionUser | null> => (await userOfRequest()) ?? readSession(await cookiesByNow()),
);

async function cookiesByNow(): Promise<Headers> {
  const pairs = (await cookies()).getAll().map(({ name, value }) => `${name}=${encodeURIComponent(value)}`);
  return new Headers({ cookie: pairs.join('; ') });
}

/**
 * Nobody signed in is sent to sign in, and comes back to this page; before set-up, to be told how that is done. Who has to set up a second
 * factor does that first.
 */
export async function requireUser(): Promise<SessionUser> {
  const user = await currentUser();
  if (user && !user.mustAddFactor) return user;
  if (!user && !(await isSetUp())) redirect(paths.notSetUp());
  const here = safeCallbackUrl((await headers()).get(PAGE_HEADER));
  const back = { callbackUrl: here === paths.home() ? undefined : here };
  redirect(user ? paths.addSecondFactor(back) : paths.signIn(back));
}
