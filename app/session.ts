import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { readSession, type SessionUser } from '@/lib/auth/session';
import { paths } from '@/lib/paths';

/** Who is signed in; asked once per request however many components want to know. */
export const currentUser = cache(async (): Promise<SessionUser | null> => readSession(await headers()));

export async function requireUser(): Promise<SessionUser> {
  return (await currentUser()) ?? redirect(paths.signIn());
}
