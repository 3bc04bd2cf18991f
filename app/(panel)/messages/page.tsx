import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { PageHeader } from '@/components/layout/page-header';
import { roleAllows } from '@/lib/auth/roles';
import { ComposeLink } from './compose-link';
import { MessagesView } from './messages-view';

export async function generateMetadata() {
  return { title: (await getTranslations('messages'))('title') };
}

export default async function MessagesPage() {
  const user = await requireUser();
  const t = await getTranslations('messages');
  const compose = <ComposeLink canSend={roleAllows(user.role, 'technician')} />;
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} actions={compose} />
      <MessagesView compose={compose} />
    </>
  );
}
