import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { publicUrl } from '@/lib/env';
import { currentSettings } from '@/lib/settings/current';
import { TokensScreen } from './tokens-screen';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('tokens'))('title') };
}

export default async function TokensPage() {
  await requireUser();
  const { tokenDays, tokenGraceHours } = (await currentSettings()).security;
  return <TokensScreen baseUrl={publicUrl()} usualDays={tokenDays} usualHours={tokenGraceHours} />;
}
