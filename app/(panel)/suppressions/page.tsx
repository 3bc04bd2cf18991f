import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { SuppressionsScreen } from './suppressions-screen';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('suppressions'))('title') };
}

export default async function SuppressionsPage() {
  await requireUser();
  return <SuppressionsScreen />;
}
