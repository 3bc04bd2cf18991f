import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { VersionsScreen } from './versions-screen';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('configuration.versions'))('title') };
}

export default async function VersionsPage() {
  await requireUser();
  return <VersionsScreen />;
}
