import { createHash } from 'node:crypto';
import { describeError, ERROR_CODES, type ErrorCode } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/locales';
import { translator } from '@/lib/i18n/translate';

export type ErrorExplained = { code: ErrorCode; status: number; means: string; todo: string };

/** Every code that an answer can have, in words for who writes a program. */
export function explainErrors(locale: Locale): ErrorExplained[] {
  const t = translator(locale);
  return ERROR_CODES.map((code) => ({
    code,
    status: describeError(code).status,
    means: t(`problems.${code}.means`),
    todo: t(`problems.${code}.todo`),
  }));
}

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}
section{border-top:1px solid color-mix(in srgb,currentColor 20%,transparent);padding:.5rem 0;scroll-margin-top:1rem}
section:target{outline:2px solid;outline-offset:.5rem}h2{font-size:1.05rem;margin:.5rem 0}code{font-family:ui-monospace,monospace}`;

/** The same as a page that anybody may read and that needs nothing else: whoever meets a problem may have no account here. */
export function errorsPage(locale: Locale): Response {
  const t = translator(locale);
  const sections = explainErrors(locale).map(
    ({ code, status, means, todo }) =>
      `<section id="${code}"><h2><code>${code}</code> · ${status}</h2><p>${html(means)}</p><p>${html(todo)}</p></section>`,
  );
  const body = [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${t('problems.title')} · Relevo</title>`,
    `<style>${STYLE}</style></head><body><main><h1>${t('problems.title')}</h1><p>${t('problems.lead')}</p>`,
    ...sections,
    '</main></body></html>',
  ].join('\n');
  const style = createHash('sha256').update(STYLE).digest('base64');
  return new Response(body, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': locale,
      'content-security-policy': `default-src 'none'; style-src 'sha256-${style}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
      vary: 'accept-language',
    },
  });
}

/** Names of code stand between backticks in our sentences. */
function html(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}
