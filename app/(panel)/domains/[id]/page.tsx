import { getTranslations } from 'next-intl/server';
import { pathParams } from '@/app/path-params';
import { requireUser } from '@/app/session';
import { DomainScreen } from './domain-screen';

export async function generateMetadata() {
  return { title: (await getTranslations('domains'))('one') };
}

export default async function DomainPage({ params }: { params: Promise<{ id: string }> }) {
  await requireUser();
  const { id } = await pathParams(params);
  return <DomainScreen id={id} />;
}
