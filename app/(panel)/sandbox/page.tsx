import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { PageHeader } from '@/components/layout/page-header';
import { ComposeLink } from '../messages/compose-link';
import { SandboxScreen } from './sandbox-screen';

export async function generateMetadata() {
  return { title: (await getTranslations('sandbox'))('title') };
}

export default async function SandboxPage() {
  await requireUser();
  const t = await getTranslations('sandbox');
  const compose = <ComposeLink />;
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} actions={compose} />
      <SandboxScreen compose={compose} />
    </>
  );
}
