import { getTranslations } from 'next-intl/server';
import { pathParams } from '@/app/path-params';
import { requireUser } from '@/app/session';
import { publicUrl } from '@/lib/env';
import { currentSettings } from '@/lib/settings/current';
import { TokenScreen } from './token-screen';

export async function generateMetadata() {
  return { title: (await getTranslations('tokens'))('one') };
}

export default async function TokenPage({ params }: { params: Promise<{ id: string }> }) {
  await requireUser();
  const { id } = await pathParams(params);
  const { tokenGraceHours } = (await currentSettings()).security;
  return <TokenScreen id={id} baseUrl={publicUrl()} usualHours={tokenGraceHours} />;
}
