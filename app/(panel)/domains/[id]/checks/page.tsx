import { getTranslations } from 'next-intl/server';
import { pathParams } from '@/app/path-params';
import { requireUser } from '@/app/session';
import { ChecksScreen } from './checks-screen';

export async function generateMetadata() {
  return { title: (await getTranslations('domainHealth'))('short') };
}

export default async function DomainChecksPage({ params }: { params: Promise<{ id: string }> }) {
  await requireUser();
  const { id } = await pathParams(params);
  return <ChecksScreen id={id} />;
}
