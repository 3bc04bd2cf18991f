import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/layout/page-header';
import { RoutingLab } from './routing-lab';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('routing'))('title') };
}

export default async function RoutingPage() {
  const t = await getTranslations('routing');
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <RoutingLab />
    </>
  );
}
