import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { CompaniesScreen } from './companies-screen';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('companies'))('title') };
}

export default async function CompaniesPage() {
  await requireUser();
  return <CompaniesScreen />;
}
