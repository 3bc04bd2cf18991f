import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { currentUser, userOfRequest } from '@/app/session';
import { safeCallbackUrl } from '@/lib/auth/callback-url';
import { paths } from '@/lib/paths';
import { AddFactor } from './add-factor';

type Props = { searchParams: Promise<{ callbackUrl?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.addFactor'))('title') };
}

export default async function AddFactorPage({ searchParams }: Props) {
  const next = safeCallbackUrl([(await searchParams).callbackUrl].flat()[0]);
  // Not who has just set it up here: the codes are still to be read.
  if ((await userOfRequest())?.mustAddFactor === false) redirect(next);
  const user = await currentUser();
  if (!user) redirect(paths.signIn({ callbackUrl: next }));
  return <AddFactor email={user.email} next={next} />;
}
