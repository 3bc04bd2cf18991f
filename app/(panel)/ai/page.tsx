import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { AiScreen } from './ai-screen';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ai'))('title') };
}

export default async function AiPage() {
  await requireUser();
  return <AiScreen />;
}
