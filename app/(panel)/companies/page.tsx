import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { may } from '@/lib/permissions';
import { CompaniesScreen } from './companies-screen';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('companies'))('title') };
}

export default async function CompaniesPage() {
  const { role } = await requireUser();
  return <CompaniesScreen canWrite={may(role, 'companies.write')} />;
}
