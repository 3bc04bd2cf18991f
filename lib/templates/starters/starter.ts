import type { z } from 'zod';
import type { Language } from '../blocks/block';
import { BlockDocument, type WrittenDocument } from '../blocks/document';
import type { TemplateCategory } from '../categories';
import { VariableDeclaration } from '../variables';

/** A template to begin with: ours in words and design, in both languages. */
export type Starter = {
  /** Stable. */
  key: string;
  category: TemplateCategory;
  title: Record<Language, string>;
  variables: VariableDeclaration[];
  texts: Record<Language, { subject: string; preheader: string; document: BlockDocument; sms: string }>;
};

/** English and Spanish beside each other, where both are seen. */
export type Say = (english: string, spanish: string) => string;

type Written = Pick<Starter, 'key' | 'category' | 'title'> & {
  variables: z.input<typeof VariableDeclaration>[];
  subject: Record<Language, string>;
  preheader: Record<Language, string>;
  /** Short enough for one, in the letters that a short one has: é and ñ, but no á, í, ó, ú (3GPP TS 23.038). */
  sms: Record<Language, string>;
  document: (say: Say) => WrittenDocument;
};

export function defineStarter(written: Written): Starter {
  const { key, category, title } = written;
  const textIn = (language: Language) => ({
    subject: written.subject[language],
    preheader: written.preheader[language],
    sms: written.sms[language],
    document: BlockDocument.parse(written.document((en, es) => (language === 'es' ? es : en))),
  });
  return {
    key,
    category,
    title,
    variables: written.variables.map((variable) => VariableDeclaration.parse(variable)),
    texts: { en: textIn('en'), es: textIn('es') },
  };
}
