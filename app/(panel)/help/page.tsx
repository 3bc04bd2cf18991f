import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { GUIDE_GROUPS } from '@/lib/help/guides';
import { readGuide } from '@/lib/help/read';
import { HelpScreen } from './help-screen';

export async function generateMetadata() {
  return { title: (await getTranslations('help'))('title') };
}

export default async function HelpPage() {
  const { language } = await requireUser();
  const groups = GUIDE_GROUPS.map(({ key, guides }) => ({
    key,
    guides: guides.map((name) => {
      const { title, lead } = readGuide(name, language);
      return { name, title, lead };
    }),
  }));
  return <HelpScreen groups={groups} />;
}
