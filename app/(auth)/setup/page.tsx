import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { isSetUp } from '@/lib/auth/setup-link';
import { paths } from '@/lib/paths';
import { NotSetUp } from './not-set-up';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.notSetUp'))('title') };
}

export default async function NotSetUpPage() {
  if (await isSetUp()) redirect(paths.signIn());
  return <NotSetUp />;
}
