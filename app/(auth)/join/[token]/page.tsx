import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DeadEnd } from '@/app/(auth)/dead-end';
import { pathParams } from '@/app/path-params';
import { findInvitation } from '@/lib/people/accept';
import { JoinForm } from './join-form';

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people.join'))('title'), referrer: 'no-referrer' };
}

export default async function JoinPage({ params }: Props) {
  const { token } = await pathParams(params);
  const { state, email } = await findInvitation(token);
  const t = await getTranslations('people.links');
  if (state !== 'valid') return <DeadEnd why={t(`why.${state}`)} fix={t('askAgain')} />;
  return <JoinForm token={token} email={email!} />;
}
