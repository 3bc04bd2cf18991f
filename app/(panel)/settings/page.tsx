import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { clientAddress } from '@/lib/http/client-address';
import { systemInUse } from '@/lib/settings/system-in-use';
import { fixedByVariables } from '@/lib/settings/system-variables';
import { publicAddress } from '@/lib/tracking/public-address';
import { isSupervised } from '@/lib/workers/restart';
import { SettingsScreen } from './settings-screen';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('title') };
}

export default async function SettingsPage() {
  await requireUser();
  const facts = { started: systemInUse(), fixed: fixedByVariables(), supervised: isSupervised() };
  return (
    <SettingsScreen
      ownAddress={clientAddress(await headers())}
      publicAddress={publicAddress()}
      facts={facts}
    />
  );
}
