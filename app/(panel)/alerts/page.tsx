import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { AlertsScreen } from './alerts-screen';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('alerts'))('title') };
}

export default async function AlertsPage() {
  await requireUser();
  return <AlertsScreen />;
}
