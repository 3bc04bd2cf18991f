import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { PageHeader } from '@/components/layout/page-header';
import { RoutingScreen } from './routing-screen';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('routing'))('title') };
}

export default async function RoutingPage() {
  const t = await getTranslations('routing');
  await requireUser();
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <RoutingScreen />
    </>
  );
}
