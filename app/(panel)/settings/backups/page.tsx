import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { BackupsScreen } from './backups-screen';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('configuration.backups'))('title') };
}

export default async function BackupsPage() {
  await requireUser();
  return <BackupsScreen />;
}
