import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { PageHeader } from '@/components/layout/page-header';
import { roleAllows } from '@/lib/roles';
import { ComposeScreen } from './compose-screen';

export async function generateMetadata() {
  return { title: (await getTranslations('messages'))('compose.title') };
}

export default async function ComposePage() {
  const user = await requireUser();
  const t = await getTranslations('messages.compose');
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <ComposeScreen ownAddress={user.email} canSend={roleAllows(user.role, 'technician')} />
    </>
  );
}
