import { getTranslations } from 'next-intl/server';
import { pathParams } from '@/app/path-params';
import { requireUser } from '@/app/session';
import { RecipientScreen } from './recipient-screen';

export async function generateMetadata() {
  return { title: (await getTranslations('recipients'))('one') };
}

export default async function Page({ params }: { params: Promise<{ address: string }> }) {
  await requireUser();
  const { address } = await pathParams(params);
  return <RecipientScreen address={address} />;
}
