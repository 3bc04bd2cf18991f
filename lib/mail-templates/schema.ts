import { z } from 'zod';
import { CompanyRef } from '@/lib/companies/schema';
import { MAIL_CATEGORIES } from '@/lib/templates/categories';
import type { ConversionProblem } from '@/lib/templates/foreign/converted';
import { TemplateKey, TemplateLanguage } from '@/lib/templates/schema';
import type { VariableDeclaration } from '@/lib/templates/variables';
import { displayName } from '@/lib/validation';

/** As which of ours one was taken over; `ahead`: ours was changed since. */
export type TakenView = {
  template: string;
  title: string;
  language: string;
  takenAt: string;
  ahead: boolean;
};

/** `changed`: it was changed there since it was taken over; null: that is known once it is looked at, or nobody took it. */
export type MailTemplateRow = {
  name: string;
  title: string;
  subject: string | null;
  changedAt: string | null;
  taken: TakenView | null;
  changed: boolean | null;
};

export type MailTemplatesView = { data: MailTemplateRow[] };

type Part = 'subject' | 'html' | 'text';
export type FoundProblem = ConversionProblem & { part: Part };

/** What it says in our words, beside what ours says now. Nothing of it is stored. */
export type MailTemplateView = Omit<MailTemplateRow, 'subject'> & {
  key: string;
  subject: string;
  html: string;
  text: string | null;
  variables: VariableDeclaration[];
  problems: FoundProblem[];
  ours: { subject: string; html: string; text: string | null } | null;
};

/** `POST …/mail-templates/{name}`. Of one that was taken before, all but `publish` is as it was then. */
export const TakeInput = z.strictObject({
  /** Without one it gets that by which programs name it at the provider: they send on by our API of that provider as they are. */
  key: TemplateKey.optional(),
  title: displayName(120).optional(),
  category: z.enum(MAIL_CATEGORIES).default('documents'),
  /** In which it is written: the provider does not say. */
  language: TemplateLanguage,
  company: CompanyRef.nullish(),
  /** At once, where nothing was left out. */
  publish: z.boolean().default(false),
});
export type TakeInput = z.output<typeof TakeInput>;

export type TookView = { template: string; number: number; change: 'created' | 'saved' | 'same' };
