import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { FirstProvider } from './first-provider';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.provider'))('title') };
}

export default async function FirstProviderPage() {
  await requireUser();
  return <FirstProvider />;
}
