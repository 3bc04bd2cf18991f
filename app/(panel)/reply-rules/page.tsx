import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { ReplyRulesScreen } from './reply-rules-screen';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('suppressions.replies'))('title') };
}

export default async function ReplyRulesPage() {
  await requireUser();
  return <ReplyRulesScreen />;
}
