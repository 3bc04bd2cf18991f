import type { Locale } from '@/lib/i18n/locales';
import { GUIDE_GROUPS } from './guides';
import { readGuide } from './read';

/** All guides by their groups, each with what it is about. */
export function listGuides(language: Locale) {
  return GUIDE_GROUPS.map(({ key, guides }) => ({
    key,
    guides: guides.map((name) => {
      const { title, lead } = readGuide(name, language);
      return { name, title, lead };
    }),
  }));
}
