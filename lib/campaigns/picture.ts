import type { Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { translator } from '@/lib/i18n/translate';
import { rewriteHtml } from '@/lib/tracking/rewrite-html';
import { escapeHtml } from '@/lib/tracking/visitor-page';
import { renderNeutral } from './neutral';
import { readCampaign } from './rows';

/** The mail as it was sent, with how many people clicked beside each link: a page for a frame. @throws AppError not_found */
export async function pictureOfClicks(ctx: Context, { id }: { id: string }): Promise<string> {
  const row = await readCampaign(ctx, id);
  try {
    const { html } = await renderNeutral(row, { wanted: ctx.locale });
    return withClicks(html, row.books?.links ?? []);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const text = translator(ctx.locale)('campaigns.map.none');
    return `<!doctype html><meta charset="utf-8"><p style="font:16px sans-serif;padding:24px;color:#555">${escapeHtml(text)}</p>`;
  }
}

const MARK =
  'display:inline-block;margin:0 4px;padding:1px 7px;border-radius:9px;background:#111;color:#fff;font:700 12px/16px sans-serif;text-decoration:none;vertical-align:middle';

/** By style alone: what somebody wrote stays as it is, and a link is known by where it leads. */
export function withClicks(html: string, links: { url: string; people: number }[]): string {
  const rules = links.map(
    ({ url, people }) =>
      `a[href=${cssString(url)}]{outline:2px solid #111;outline-offset:2px}a[href=${cssString(url)}]::after{${MARK};content:"${people}"}`,
  );
  const pixel = `<style>a{pointer-events:none}${rules.join('')}</style>`;
  // Written as events know it, so that each rule finds its links.
  return rewriteHtml(html, { linkTo: ({ url }) => escapeHtml(url), pixel });
}

/** Nothing of it ends the string, the rule or the element. */
function cssString(text: string): string {
  return `"${text.replace(/[^\w:/.?=&#%+,;@-]/gu, (char) => `\\${char.codePointAt(0)!.toString(16)} `)}"`;
}
