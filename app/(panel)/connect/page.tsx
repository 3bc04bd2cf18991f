import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { doorAddress } from '@/lib/env';
import { ConnectScreen } from './connect-screen';

export async function generateMetadata() {
  return { title: (await getTranslations('connect'))('title') };
}

export default async function ConnectPage() {
  await requireUser();
  return <ConnectScreen door={doorAddress()} />;
}
