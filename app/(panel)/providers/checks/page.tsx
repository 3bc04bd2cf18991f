import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { PageHeader } from '@/components/layout/page-header';
import { ChecksScreen } from './checks-screen';

export async function generateMetadata() {
  return { title: (await getTranslations('checks'))('title') };
}

export default async function ChecksPage() {
  const user = await requireUser();
  const t = await getTranslations('checks');
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <ChecksScreen ownAddress={user.email} />
    </>
  );
}
