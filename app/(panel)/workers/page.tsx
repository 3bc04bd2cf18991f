import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { PageHeader } from '@/components/layout/page-header';
import { Processes } from './processes';
import { WorkerTable } from './worker-table';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('workers'))('title') };
}

export default async function WorkersPage() {
  await requireUser();
  const t = await getTranslations('workers');
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <WorkerTable />
      <Processes />
    </>
  );
}
