import { z } from 'zod';
import { flaw } from '@/lib/flaws';
import { matching } from '@/lib/validation';

/** Fonts that mail programs have: none is fetched from elsewhere. */
export const FONTS = {
  sans: "'Helvetica Neue', Helvetica, Arial, sans-serif",
  serif: "Georgia, 'Times New Roman', serif",
  round: "'Trebuchet MS', 'Segoe UI', Tahoma, sans-serif",
  wide: "Verdana, Geneva, 'DejaVu Sans', sans-serif",
  mono: "'Courier New', Courier, monospace",
} as const;
export type Font = keyof typeof FONTS;
export const FONT_NAMES = Object.keys(FONTS) as [Font, ...Font[]];

export const CORNERS = { square: 0, soft: 6, round: 14 } as const;

/** What holds for the whole document. Without an accent it is the company's colour. */
export const Look = z.strictObject({
  accent: matching(/^#[0-9a-f]{6}$/i, flaw('color')).optional(),
  page: z.enum(['white', 'grey', 'tint', 'warm', 'dark']).default('grey'),
  font: z.enum(FONT_NAMES).default('sans'),
  headings: z.enum(FONT_NAMES).default('sans'),
  corners: z.enum(['square', 'soft', 'round']).default('soft'),
  width: z.number().int().min(480).max(680).default(600),
});
export type Look = z.infer<typeof Look>;
