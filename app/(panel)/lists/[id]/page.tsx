import { getTranslations } from 'next-intl/server';
import { pathParams } from '@/app/path-params';
import { requireUser } from '@/app/session';
import { ListScreen } from './list-screen';

export async function generateMetadata() {
  return { title: (await getTranslations('lists'))('one') };
}

export default async function ListPage({ params }: { params: Promise<{ id: string }> }) {
  await requireUser();
  const { id } = await pathParams(params);
  return <ListScreen id={id} />;
}
