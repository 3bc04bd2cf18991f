import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { may } from '@/lib/permissions';
import { QueueScreen } from './queue-screen';

export async function generateMetadata() {
  return { title: (await getTranslations('queue'))('title') };
}

export default async function QueuePage() {
  const user = await requireUser();
  return <QueueScreen canEdit={may(user.role, 'messages.write')} />;
}
