import { getTranslations } from 'next-intl/server';
import { pathParams } from '@/app/path-params';
import { requireUser } from '@/app/session';
import { MessageScreen } from './message-screen';

export async function generateMetadata() {
  return { title: (await getTranslations('messages'))('one') };
}

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  await requireUser();
  const { id } = await pathParams(params);
  return <MessageScreen id={id} />;
}
