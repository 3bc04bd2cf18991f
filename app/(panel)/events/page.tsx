import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { PageHeader } from '@/components/layout/page-header';
import { EventsScreen } from './events-screen';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('events'))('title') };
}

export default async function EventsPage() {
  await requireUser();
  const t = await getTranslations('events');
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <EventsScreen />
    </>
  );
}
