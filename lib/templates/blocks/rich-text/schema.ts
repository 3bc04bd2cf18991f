import { z } from 'zod';
import { flaw } from '@/lib/flaws';
import { isStorableText, shortText } from '@/lib/validation';
import { link } from '../fields';
import { isClosedLiquid } from '../liquid-text';

/** The part of TipTap's JSON that a mail needs: what is not in here can be neither written nor pasted. */
const Mark = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['bold', 'italic', 'underline']) }),
  z.strictObject({ type: z.literal('link'), attrs: z.object({ href: link }) }),
]);

const words = shortText(5000)
  .min(1)
  .refine(isStorableText, flaw('broken_text'))
  .refine(isClosedLiquid, flaw('liquid_open'));

const Inline = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: words, marks: z.array(Mark).max(4).optional() }),
  z.strictObject({ type: z.literal('hardBreak') }),
]);

const Paragraph = z.strictObject({
  type: z.literal('paragraph'),
  content: z.array(Inline).max(200).optional(),
});

/** One level: a list within a list is read badly on a phone. */
const List = z.strictObject({
  type: z.enum(['bulletList', 'orderedList']),
  content: z
    .array(z.strictObject({ type: z.literal('listItem'), content: z.array(Paragraph).min(1).max(10) }))
    .min(1)
    .max(100),
});

export const RichText = z.strictObject({
  type: z.literal('doc'),
  content: z
    .array(z.discriminatedUnion('type', [Paragraph, List]))
    .min(1)
    .max(100),
});
export type RichText = z.infer<typeof RichText>;
export type RichNode = RichText['content'][number];
export type RichParagraph = z.infer<typeof Paragraph>;
export type RichInline = z.infer<typeof Inline>;
export type RichMark = z.infer<typeof Mark>;
