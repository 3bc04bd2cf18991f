import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { SubjectsScreen } from './subjects-screen';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('subjects'))('title') };
}

export default async function SubjectsPage() {
  await requireUser();
  return <SubjectsScreen />;
}
