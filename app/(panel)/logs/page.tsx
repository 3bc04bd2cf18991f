import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { LogsScreen } from './logs-screen';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('workers.logs'))('title') };
}

export default async function LogsPage() {
  await requireUser();
  return <LogsScreen />;
}
