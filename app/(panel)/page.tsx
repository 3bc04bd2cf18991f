import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { HomeScreen } from './home/home-screen';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.nav'))('home') };
}

export default async function HomePage() {
  const { name } = await requireUser();
  return <HomeScreen name={name} />;
}
