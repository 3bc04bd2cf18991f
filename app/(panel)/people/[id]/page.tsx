import { getTranslations } from 'next-intl/server';
import { pathParams } from '@/app/path-params';
import { requireUser } from '@/app/session';
import { PersonScreen } from './person-screen';

export async function generateMetadata() {
  return { title: (await getTranslations('people'))('one') };
}

export default async function PersonPage({ params }: { params: Promise<{ id: string }> }) {
  await requireUser();
  const { id } = await pathParams(params);
  return <PersonScreen id={id} />;
}
