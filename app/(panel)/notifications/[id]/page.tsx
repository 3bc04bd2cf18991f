import { getTranslations } from 'next-intl/server';
import { pathParams } from '@/app/path-params';
import { requireUser } from '@/app/session';
import { NotificationScreen } from './notification-screen';

export async function generateMetadata() {
  return { title: (await getTranslations('notifications'))('one') };
}

export default async function NotificationPage({ params }: { params: Promise<{ id: string }> }) {
  await requireUser();
  const { id } = await pathParams(params);
  return <NotificationScreen id={id} />;
}
