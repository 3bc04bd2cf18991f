import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { PageHeader } from '@/components/layout/page-header';
import { ProvidersActions } from './providers-actions';
import { ProvidersScreen } from './providers-screen';

export async function generateMetadata() {
  return { title: (await getTranslations('providers'))('title') };
}

export default async function ProvidersPage() {
  await requireUser();
  const t = await getTranslations('providers');
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} actions={<ProvidersActions />} />
      <ProvidersScreen />
    </>
  );
}
