import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pathParams } from '@/app/path-params';
import { setupLinkState } from '@/lib/auth/setup-link';
import { DeadLink } from './dead-link';
import { SetupForm } from './setup-form';

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.setup'))('title'), referrer: 'no-referrer' };
}

export default async function SetupPage({ params }: Props) {
  const { token } = await pathParams(params);
  const state = await setupLinkState(token);
  return state === 'valid' ? <SetupForm token={token} /> : <DeadLink reason={state} />;
}
