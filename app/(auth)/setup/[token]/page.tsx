import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pathParams } from '@/app/path-params';
import { setupLinkState } from '@/lib/auth/setup-link';
import { currentSettings } from '@/lib/settings/current';
import { DEFAULT_SETTINGS } from '@/lib/settings/schema';
import { DeadLink } from './dead-link';
import { SetupForm } from './setup-form';

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.setup'))('title'), referrer: 'no-referrer' };
}

export default async function SetupPage({ params }: Props) {
  const { token } = await pathParams(params);
  const state = await setupLinkState(token);
  if (state !== 'valid') return <DeadLink reason={state} />;
  const { general } = await currentSettings();
  const chosen = (name: keyof typeof general) =>
    (general[name] === DEFAULT_SETTINGS.general[name] ? '' : general[name]) ?? '';
  const [timeZone, currency, country] = [chosen('timeZone'), chosen('currency'), chosen('country')];
  return <SetupForm token={token} {...{ timeZone, currency, country }} />;
}
