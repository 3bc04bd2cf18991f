import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { roleAllows } from '@/lib/roles';
import { CompaniesPanel } from './companies-panel';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('companies'))('title') };
}

export default async function CompaniesPage() {
  const { role } = await requireUser();
  return <CompaniesPanel canWrite={roleAllows(role, 'technician')} />;
}
