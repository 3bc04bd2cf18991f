import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { safeCallbackUrl } from '@/lib/auth/callback-url';
import { readSession, type SessionUser } from '@/lib/auth/session';
import { isSetUp } from '@/lib/auth/setup-link';
import { PAGE_HEADER } from '@/lib/http/page-header';
import { paths } from '@/lib/paths';

/** Who is signed in; asked once per request however many components want to know. */
export const currentUser = cache(async (): Promise<SessionUser | null> => readSession(await headers()));

/** Nobody signed in is sent to sign in, and comes back to this page; before set-up, to be told how that is done. */
export async function requireUser(): Promise<SessionUser> {
  const user = await currentUser();
  if (user) return user;
  if (!(await isSetUp())) redirect(paths.notSetUp());
  const here = safeCallbackUrl((await headers()).get(PAGE_HEADER));
  redirect(paths.signIn({ callbackUrl: here === paths.home() ? undefined : here }));
}
