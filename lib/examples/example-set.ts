import type { z } from 'zod';
import type { Locale } from '@/lib/i18n/locales';
import type { TypeInput } from '@/lib/notifications/types/schema';
import type { RuleInput } from '@/lib/rules/schema';
import type { KindInput } from '@/lib/subject-kinds/schema';

type Titled = { title: Record<Locale, string> };
type Field = { name: string; type: 'number' | 'date' | 'text' | 'boolean'; label: Record<Locale, string> };

/** What a business of one kind needs to begin: what is known of whom, and when who is told of what. */
export type ExampleSet = {
  key: string;
  /** Types that come with Relevo and are told by programs: the templates of these are stored, too. */
  templates: string[];
  types: (Omit<z.input<typeof TypeInput>, 'title'> & Titled)[];
  kinds: (Omit<z.input<typeof KindInput>, 'title' | 'fields'> & Titled & { fields: Field[] })[];
  rules: (Omit<z.input<typeof RuleInput>, 'title' | 'timeZone'> & Titled)[];
};
