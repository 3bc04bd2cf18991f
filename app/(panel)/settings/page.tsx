import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { clientAddress } from '@/lib/http/client-address';
import { publicAddress } from '@/lib/tracking/public-address';
import { SettingsScreen } from './settings-screen';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('title') };
}

export default async function SettingsPage() {
  await requireUser();
  return <SettingsScreen ownAddress={clientAddress(await headers())} publicAddress={publicAddress()} />;
}
