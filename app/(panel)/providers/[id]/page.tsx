import { getTranslations } from 'next-intl/server';
import { pathParams } from '@/app/path-params';
import { requireUser } from '@/app/session';
import { ProviderScreen } from './provider-screen';

export async function generateMetadata() {
  return { title: (await getTranslations('providers'))('one') };
}

export default async function ProviderPage({ params }: { params: Promise<{ id: string }> }) {
  const user = await requireUser();
  const { id } = await pathParams(params);
  return <ProviderScreen id={id} ownAddress={user.email} />;
}
