import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { listGuides } from '@/lib/help/list';
import { helpOf } from '@/lib/help/pages';
import { paths } from '@/lib/paths';
import { HelpScreen } from './help-screen';

export async function generateMetadata() {
  return { title: (await getTranslations('help'))('title') };
}

type Props = { searchParams: Promise<{ page?: string | string[] }> };

export default async function HelpPage({ searchParams }: Props) {
  const { language } = await requireUser();
  const place = helpOf(String((await searchParams).page));
  if (place) redirect(paths.guide(place.guide, place.anchor));
  return <HelpScreen groups={listGuides(language)} />;
}
