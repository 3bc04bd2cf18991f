import { z } from 'zod';
import { BlockDocument } from '@/lib/templates/blocks/document';
import { TemplateLanguage } from '@/lib/templates/schema';
import { shortText } from '@/lib/validation';

/** What the editor has at the moment, saved or not. */
const wording = {
  /** Of the template. */
  id: z.uuid(),
  subject: shortText(998),
  preheader: shortText(300),
  document: BlockDocument,
};

export const TranslateInput = z.strictObject({ ...wording, from: TemplateLanguage, to: TemplateLanguage });
export type TranslateInput = z.output<typeof TranslateInput>;

export const STYLES = ['shorter', 'friendlier', 'formal', 'clearer', 'correct'] as const;
export const RewriteInput = z.strictObject({
  ...wording,
  language: TemplateLanguage,
  style: z.enum(STYLES),
});
export type RewriteInput = z.output<typeof RewriteInput>;

export const SubjectsInput = z.strictObject({ ...wording, language: TemplateLanguage });
export type SubjectsInput = z.output<typeof SubjectsInput>;

export const DraftInput = z.strictObject({
  id: z.uuid(),
  language: TemplateLanguage,
  /** In whatever words. */
  purpose: shortText(1_000).min(5),
  /** As the editor has them. */
  variables: z
    .array(z.strictObject({ name: z.string().max(63), type: z.string().max(20), label: z.string().max(300) }))
    .max(100),
});
export type DraftInput = z.output<typeof DraftInput>;

export const DRAFT_KINDS = ['heading', 'text', 'notice', 'button'] as const;
/** `href` of a button: a variable that is an address. */
export type DraftBlock = { kind: (typeof DRAFT_KINDS)[number]; text: string; href: string | null };
export type Drafted = { subject: string; preheader: string; blocks: DraftBlock[] };
