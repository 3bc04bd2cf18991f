import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { QueueScreen } from './queue-screen';

export async function generateMetadata() {
  return { title: (await getTranslations('queue'))('title') };
}

export default async function QueuePage() {
  await requireUser();
  return <QueueScreen />;
}
