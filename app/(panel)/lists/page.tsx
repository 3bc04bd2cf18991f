import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { ListsScreen } from './lists-screen';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('lists'))('title') };
}

export default async function ListsPage() {
  await requireUser();
  return <ListsScreen />;
}
