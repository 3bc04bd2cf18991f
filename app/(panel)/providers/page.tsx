import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { PageHeader } from '@/components/layout/page-header';
import { may } from '@/lib/permissions';
import { ProvidersActions } from './providers-actions';
import { ProvidersScreen } from './providers-screen';

export async function generateMetadata() {
  return { title: (await getTranslations('providers'))('title') };
}

export default async function ProvidersPage() {
  const user = await requireUser();
  const t = await getTranslations('providers');
  const canEdit = may(user.role, 'providers.write');
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={<ProvidersActions canEdit={canEdit} />}
      />
      <ProvidersScreen canEdit={canEdit} />
    </>
  );
}
