import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { roleAllows } from '@/lib/roles';
import { QueueScreen } from './queue-screen';

export async function generateMetadata() {
  return { title: (await getTranslations('queue'))('title') };
}

export default async function QueuePage() {
  const user = await requireUser();
  return <QueueScreen canEdit={roleAllows(user.role, 'technician')} />;
}
