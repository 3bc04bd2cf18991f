import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { PageHeader } from '@/components/layout/page-header';
import { NewProviderScreen } from './new-provider-screen';

export async function generateMetadata() {
  return { title: (await getTranslations('wizard'))('title') };
}

export default async function NewProviderPage() {
  const user = await requireUser();
  const t = await getTranslations('wizard');
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <NewProviderScreen ownAddress={user.email} />
    </>
  );
}
