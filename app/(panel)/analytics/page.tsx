import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { AnalyticsScreen } from './analytics-screen';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('analytics'))('title') };
}

export default async function AnalyticsPage() {
  await requireUser();
  return <AnalyticsScreen />;
}
