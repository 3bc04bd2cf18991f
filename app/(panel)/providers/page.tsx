import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { LinkButton } from '@/components/form/link-button';
import { PageHeader } from '@/components/layout/page-header';
import { roleAllows } from '@/lib/auth/roles';
import { AddProvider } from './add-provider';
import { ProvidersView } from './providers-view';

export async function generateMetadata() {
  return { title: (await getTranslations('providers'))('title') };
}

export default async function ProvidersPage() {
  const user = await requireUser();
  const t = await getTranslations('providers');
  const canEdit = roleAllows(user.role, 'technician');
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <>
            <LinkButton href="/providers/checks" variant="default">
              {t('checks')}
            </LinkButton>
            <AddProvider canEdit={canEdit} />
          </>
        }
      />
      <ProvidersView canEdit={canEdit} />
    </>
  );
}
