import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { readChecklists } from '@/lib/checklists/read';
import { HomeScreen } from './home/home-screen';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.nav'))('home') };
}

export default async function HomePage() {
  const { name, id, companyId } = await requireUser();
  return <HomeScreen name={name} checked={await readChecklists({ userId: id, companyId })} />;
}
