import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { currentUser } from '@/app/session';
import { safeCallbackUrl } from '@/lib/auth/callback-url';
import { isSetUp } from '@/lib/auth/setup-link';
import { whyEnded } from '@/lib/auth/why-ended';
import { paths } from '@/lib/paths';
import { SignInForm } from './sign-in-form';

type Props = { searchParams: Promise<{ callbackUrl?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.signIn'))('title') };
}

export default async function SignInPage({ searchParams }: Props) {
  const { callbackUrl } = await searchParams;
  const next = safeCallbackUrl([callbackUrl].flat()[0]);
  if (await currentUser()) redirect(next);
  if (!(await isSetUp())) redirect(paths.notSetUp());
  return <SignInForm next={next} ended={await whyEnded(await headers())} />;
}
