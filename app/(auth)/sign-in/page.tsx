import type { Metadata } from 'next';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { userOfRequest } from '@/app/session';
import { safeCallbackUrl } from '@/lib/auth/callback-url';
import { halfWayCookieName, readHalfWay } from '@/lib/auth/half-way';
import { isSetUp } from '@/lib/auth/setup-link';
import { whyEnded } from '@/lib/auth/why-ended';
import { paths } from '@/lib/paths';
import { SignIn } from './sign-in';

type Props = { searchParams: Promise<{ callbackUrl?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.signIn'))('title') };
}

export default async function SignInPage({ searchParams }: Props) {
  const { callbackUrl } = await searchParams;
  const next = safeCallbackUrl([callbackUrl].flat()[0]);
  // Not who has just signed in here: the form knows where they go.
  if (await userOfRequest()) redirect(next);
  if (!(await isSetUp())) redirect(paths.notSetUp());
  const halfWay = await readHalfWay((await cookies()).get(halfWayCookieName())?.value);
  return <SignIn next={next} halfWay={halfWay !== null} ended={await whyEnded(await headers())} />;
}
