import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DeadEnd } from '@/app/(auth)/dead-end';
import { pathParams } from '@/app/path-params';
import { passwordLinkState } from '@/lib/people/new-password';
import { NewPasswordForm } from './new-password-form';

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people.newPassword'))('title'), referrer: 'no-referrer' };
}

export default async function NewPasswordPage({ params }: Props) {
  const { token } = await pathParams(params);
  const state = await passwordLinkState(token);
  const t = await getTranslations('people.links');
  if (state !== 'valid') return <DeadEnd why={t(`why.${state}`)} fix={t('askPassword')} />;
  return <NewPasswordForm token={token} />;
}
