import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { DocumentScreen } from './document-screen';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('configuration'))('title') };
}

export default async function DocumentPage() {
  await requireUser();
  return <DocumentScreen />;
}
