import type { Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { translator } from '@/lib/i18n/translate';
import { escapeHtml } from './engine/trusted-html';
import { previewTemplate } from './preview';
import type { PictureQuery } from './schema';

/** A version with its examples as a page for a frame; of one that cannot be rendered a sentence. @throws AppError not_found */
export async function pictureOf(
  ctx: Context,
  { id, ...asked }: PictureQuery & { id: string },
): Promise<string> {
  try {
    return (await previewTemplate(ctx, { ...asked, id })).html;
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'not_found') throw error;
    const text = translator(ctx.locale)('templates.noPicture');
    return `<!doctype html><meta charset="utf-8"><p style="font:16px sans-serif;padding:24px;color:#555">${escapeHtml(text)}</p>`;
  }
}
