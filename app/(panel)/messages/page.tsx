import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { PageHeader } from '@/components/layout/page-header';
import { listViews } from '@/lib/views/views';
import { ComposeLink } from './compose-link';
import { MessagesScreen } from './messages-screen';
import { ResendMatching } from './resend-many';

export async function generateMetadata() {
  return { title: (await getTranslations('messages'))('title') };
}

export default async function MessagesPage() {
  const user = await requireUser();
  const [t, { views, columns }] = await Promise.all([getTranslations('messages'), listViews(user.id)]);
  const compose = <ComposeLink key="compose" />;
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={[<ResendMatching key="again" />, compose]}
      />
      <MessagesScreen views={views} chosen={columns} compose={compose} />
    </>
  );
}
