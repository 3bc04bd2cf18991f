import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { TypesScreen } from './types-screen';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notification-types'))('title') };
}

export default async function NotificationTypesPage() {
  await requireUser();
  return <TypesScreen />;
}
