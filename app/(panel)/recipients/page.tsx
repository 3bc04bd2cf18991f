import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { PageHeader } from '@/components/layout/page-header';
import { RecipientsScreen } from './recipients-screen';

export async function generateMetadata() {
  return { title: (await getTranslations('recipients'))('title') };
}

export default async function RecipientsPage() {
  await requireUser();
  const t = await getTranslations('recipients');
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <RecipientsScreen />
    </>
  );
}
