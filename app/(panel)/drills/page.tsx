import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { DrillsScreen } from './drills-screen';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('drills'))('title') };
}

export default async function DrillsPage() {
  const { email } = await requireUser();
  return <DrillsScreen ownAddress={email} />;
}
