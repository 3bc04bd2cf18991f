import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { roleAllows } from '@/lib/roles';
import { QueueOverview } from './queue-overview';

export async function generateMetadata() {
  return { title: (await getTranslations('queue'))('title') };
}

export default async function QueuePage() {
  const user = await requireUser();
  return <QueueOverview canEdit={roleAllows(user.role, 'technician')} />;
}
