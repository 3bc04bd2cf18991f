import type { Locale } from '@/lib/i18n/locales';
import { GUIDE_GROUPS, type GuideName } from './guides';
import { plainText } from './plain-text';
import { readGuide } from './read';

/** One heading of a guide with all that stands under it; without an `anchor` what comes before the first. */
export type Section = { guide: GuideName; title: string; anchor?: string; heading?: string; text: string };

/** All guides in pieces: what the panel's search looks through. */
export function listSections(language: Locale): Section[] {
  return GUIDE_GROUPS.flatMap(({ guides }) => guides.flatMap((guide) => sectionsOf(guide, language)));
}

function sectionsOf(guide: GuideName, language: Locale): Section[] {
  const { title, headings, body } = readGuide(guide, language);
  const sections: Section[] = [{ guide, title, text: '' }];
  let at = 0;
  for (const token of body) {
    const heading = token.type === 'heading' ? headings[at++] : undefined;
    if (heading) sections.push({ guide, title, anchor: heading.id, heading: heading.text, text: '' });
    else sections.at(-1)!.text += ` ${plainText([token])}`;
  }
  return sections.map((section) => ({ ...section, text: section.text.trim() }));
}
