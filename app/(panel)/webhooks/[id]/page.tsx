import { getTranslations } from 'next-intl/server';
import { pathParams } from '@/app/path-params';
import { requireUser } from '@/app/session';
import { WebhookScreen } from './webhook-screen';

export async function generateMetadata() {
  return { title: (await getTranslations('webhooks'))('one') };
}

export default async function WebhookPage({ params }: { params: Promise<{ id: string }> }) {
  await requireUser();
  const { id } = await pathParams(params);
  return <WebhookScreen id={id} />;
}
