import { z } from 'zod';
import { flaw } from '@/lib/flaws';
import { matching, shortText, singleLine } from '@/lib/validation';
import { isClosedLiquid } from './liquid-text';
import { SURFACES } from './look/surfaces';

/** One line, in which variables may stand. */
export function line(max = 300) {
  return singleLine(max).refine(isClosedLiquid, flaw('liquid_open'));
}

/** The same, and it may be empty. */
export function lineOrNothing(max = 300) {
  return z.union([z.literal(''), line(max)]);
}

/** Where a variable is found: `total`, `article.title`. */
export const path = matching(/^[a-z_]\w{0,59}(\.[a-z_]\w{0,59}){0,3}$/i, flaw('variable_path'));
export const variableName = matching(/^[a-z_]\w{0,59}$/i, flaw('variable_path'));

/** A web address, mailto:, tel:, or a variable that is one; its host is never put together of variables. */
export const link = shortText(2000)
  .refine(isLink, flaw('template_href', { example: '{{ pay_url }}' }))
  .refine(isClosedLiquid, flaw('liquid_open'));

/** The same, of a picture that is yet to be chosen. */
export const picture = shortText(2000)
  .refine((text) => text !== '', { ...flaw('picture_missing'), abort: true })
  .refine(isLink, flaw('template_href', { example: '{{ photo_url }}' }))
  .refine(isClosedLiquid, flaw('liquid_open'));

export const align = z.enum(['left', 'center', 'right']);
export const surface = z.enum(SURFACES);
export const TONES = ['info', 'success', 'warning', 'danger'] as const;
export const tone = z.enum(TONES);
export const blockId = matching(/^[a-z0-9]{1,24}$/, flaw('block_id'));

/** The surface that a tone is told on. */
export const SURFACE_OF_TONE = {
  info: 'accentSoft',
  success: 'successSoft',
  warning: 'warningSoft',
  danger: 'dangerSoft',
} as const;

/** The same, loud. */
export const STRONG_OF_TONE = {
  info: 'accent',
  success: 'success',
  warning: 'warning',
  danger: 'danger',
} as const;

function isLink(value: string): boolean {
  if (/^\{\{[^{}]*\}\}[^\s<>"'{}\\]*$/.test(value)) return true;
  const plain = value.replace(/\{\{[^{}]*\}\}/g, 'x');
  if (/[\s<>"'\\{}]/.test(plain)) return false;
  if (/^(mailto:[^@]+@[^@]+|tel:\+?[\dx().-]+)$/i.test(plain)) return true;
  const host = /^https?:\/\/([^/?#]*)/i.exec(value)?.[1];
  return host !== undefined && !/[{}@]/.test(host) && URL.canParse(plain);
}
