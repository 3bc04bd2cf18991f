import { z } from 'zod';
import { CompanyRef } from '@/lib/companies/schema';
import type { Context } from '@/lib/context';
import { AppError, notFound } from '@/lib/errors';
import { shortText } from '@/lib/validation';
import { createTemplate } from '../create';
import { TemplateInput } from '../schema';
import type { TemplateView } from '../view-schema';
import { findStarter, fromStarter } from './from-starter';

export const StarterUse = z.strictObject({
  starter: shortText(60),
  language: z.enum(['en', 'es']),
  company: CompanyRef.nullish(),
});
export type StarterUse = z.output<typeof StarterUse>;

/** A draft of one's own, by the starter's key where that is free, as guides and programs know it. @throws AppError not_found, forbidden */
export async function createFromStarter(
  ctx: Context,
  { starter: key, language, company }: StarterUse,
): Promise<TemplateView> {
  const starter = findStarter(key);
  if (!starter) throw notFound('starter', key);
  const input = { ...TemplateInput.parse(fromStarter(starter, language)), company };
  try {
    return await createTemplate(ctx, input);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'name_taken') throw error;
    return createTemplate(ctx, { ...input, key: undefined });
  }
}
