import { getTranslations } from 'next-intl/server';
import { pathParams } from '@/app/path-params';
import { requireUser } from '@/app/session';
import { TypeScreen } from './type-screen';

export async function generateMetadata() {
  return { title: (await getTranslations('notification-types'))('one') };
}

export default async function NotificationTypePage({ params }: { params: Promise<{ id: string }> }) {
  await requireUser();
  const { id } = await pathParams(params);
  return <TypeScreen id={id} />;
}
