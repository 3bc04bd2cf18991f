import { getTranslations } from 'next-intl/server';
import { pathParams } from '@/app/path-params';
import { requireUser } from '@/app/session';
import { CampaignScreen } from './campaign-screen';

export async function generateMetadata() {
  return { title: (await getTranslations('campaigns'))('one') };
}

export default async function CampaignPage({ params }: { params: Promise<{ id: string }> }) {
  await requireUser();
  const { id } = await pathParams(params);
  return <CampaignScreen id={id} />;
}
