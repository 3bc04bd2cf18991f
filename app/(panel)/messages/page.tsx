import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { PageHeader } from '@/components/layout/page-header';
import { roleAllows } from '@/lib/roles';
import { ComposeLink } from './compose-link';
import { MessagesView } from './messages-view';
import { ResendMatching } from './resend-many';

export async function generateMetadata() {
  return { title: (await getTranslations('messages'))('title') };
}

export default async function MessagesPage() {
  const user = await requireUser();
  const t = await getTranslations('messages');
  const canSend = roleAllows(user.role, 'technician');
  const compose = <ComposeLink canSend={canSend} />;
  const actions = (
    <>
      <ResendMatching canEdit={canSend} />
      {compose}
    </>
  );
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} actions={actions} />
      <MessagesView compose={compose} />
    </>
  );
}
