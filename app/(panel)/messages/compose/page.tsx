import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { PageHeader } from '@/components/layout/page-header';
import { currentSettings } from '@/lib/settings/current';
import { publicAddress } from '@/lib/tracking/public-address';
import { ComposeScreen } from './compose-screen';

export async function generateMetadata() {
  return { title: (await getTranslations('messages'))('compose.title') };
}

export default async function ComposePage() {
  const { email, companyId } = await requireUser();
  const { sms, content } = (await currentSettings()).delivery;
  const t = await getTranslations('messages.compose');
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <ComposeScreen
        ownAddress={email}
        companyId={companyId}
        {...{ sms, textFromHtml: content.textFromHtml }}
        reachable={publicAddress() !== null}
      />
    </>
  );
}
