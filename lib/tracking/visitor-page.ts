import { createHash } from 'node:crypto';
import type { Locale } from '@/lib/i18n/locales';
import { translator } from '@/lib/i18n/translate';

/** What a link of one person answers is nobody else's, and nobody is told where it was clicked. */
export const NO_STORE = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };

const STYLE = `:root{color-scheme:light dark}body{font:17px/1.5 system-ui,sans-serif;max-width:34rem;margin:12vh auto 2rem;padding:0 1.25rem;overflow-wrap:anywhere}
h1{font-size:1.5rem;line-height:1.25}button{font:inherit;min-height:44px;padding:.6rem 1.2rem;border-radius:8px;border:1px solid currentColor;cursor:pointer;background:canvastext;color:canvas}
button.quiet{background:none;color:inherit}button:focus-visible{outline:3px solid;outline-offset:2px}label{display:block;margin:1rem 0 .25rem}
input[type=email]{font:inherit;width:100%;box-sizing:border-box;padding:.6rem;border-radius:8px;border:1px solid;min-height:44px}form{margin:1.25rem 0}
fieldset{border:1px solid color-mix(in srgb,currentColor 35%,transparent);border-radius:8px;margin:0 0 .75rem;padding:.4rem 1rem .6rem}legend{font-weight:600;padding:0 .35rem}
label.choice{display:flex;gap:.75rem;align-items:center;min-height:44px;margin:0}label.choice input{width:1.4rem;height:1.4rem;flex:none;accent-color:currentColor}
select{font:inherit;min-height:44px;padding:.4rem .6rem;border-radius:8px;border:1px solid;background:canvas;color:canvastext}select:focus-visible,input:focus-visible{outline:3px solid;outline-offset:2px}
h2{font-size:1.15rem;margin:1.75rem 0 .5rem}.beside{display:flex;flex-wrap:wrap;gap:0 1.25rem}.hint{margin:.25rem 0 .75rem;opacity:.85;font-size:.95em}.done{border:1px solid;border-radius:8px;padding:.6rem 1rem}`;

type Page = {
  /** Names the texts `tracking.<name>`. */
  name: string;
  status?: number;
  values?: Record<string, string>;
  /** What to do, as HTML. */
  form?: string;
};

/** A page for people who have no account here and may have any device: it needs nothing but itself. */
export function visitorPage(locale: Locale, { name, status = 200, values, form = '' }: Page): Response {
  const t = translator(locale);
  const title = escapeHtml(t(`tracking.${name}.title`, values));
  const body = [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="robots" content="noindex">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>`,
    `<style>${STYLE}</style></head><body><main><h1>${title}</h1>`,
    `<p>${escapeHtml(t(`tracking.${name}.text`, values))}</p>${form}</main></body></html>`,
  ].join('\n');
  const style = createHash('sha256').update(STYLE).digest('base64');
  return new Response(body, {
    status,
    headers: {
      ...NO_STORE,
      'content-type': 'text/html; charset=utf-8',
      'content-language': locale,
      'content-security-policy': `default-src 'none'; style-src 'sha256-${style}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
      'x-robots-tag': 'noindex',
      vary: 'accept-language',
    },
  });
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
