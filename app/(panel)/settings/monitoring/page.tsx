import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { MonitoringScreen } from './monitoring-screen';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('alerts.rules'))('title') };
}

export default async function MonitoringPage() {
  await requireUser();
  return <MonitoringScreen />;
}
