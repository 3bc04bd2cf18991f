import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { publicUrl } from '@/lib/env';
import { OwnServerScreen } from './own-server-screen';

export async function generateMetadata() {
  return { title: (await getTranslations('ownServer'))('title') };
}

export default async function OwnServerPage() {
  await requireUser();
  return <OwnServerScreen url={publicUrl()} />;
}
