import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { LOCALE_COOKIE, localeOfStranger } from '@/lib/i18n/locales';
import { translator } from '@/lib/i18n/translate';
import { isApi, refuse } from './request-guard';

const COMMAND = './relevo ip-rules clear';
const STYLE =
  'body{margin:15vh auto;max-width:34rem;padding:0 1.5rem;font:16px/1.6 system-ui,sans-serif;color:#1f2430;background:#fff}' +
  'h1{font-size:1.3rem}code{font-size:.95em;background:#8882;padding:.15em .4em;border-radius:4px;overflow-wrap:anywhere}' +
  '@media(prefers-color-scheme:dark){body{color:#dfe3ea;background:#14171c}}';
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** Says no to an address that the rules keep out: to a person by a page that tells the way back in, which needs nothing of the panel. */
export function turnAway(request: IncomingMessage, response: ServerResponse, address: string): void {
  const { headers, method } = request;
  const isPage =
    !isApi(request) && method !== 'POST' && !headers.rsc && /\btext\/html\b/.test(headers.accept ?? '');
  if (!isPage) {
    const detail = `The rules for addresses do not let ${address} in.`;
    refuse(response, { status: 403, code: 'address_not_allowed', detail });
    return;
  }
  response
    .writeHead(403, {
      connection: 'close',
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': POLICY,
      'cache-control': 'no-store',
    })
    .end(method === 'HEAD' ? undefined : pageFor(request, address));
}

function pageFor({ headers }: IncomingMessage, address: string): string {
  const [, chosen] = new RegExp(`(?:^|;\\s*)${LOCALE_COOKIE}=(\\w+)`).exec(headers.cookie ?? '') ?? [];
  const locale = localeOfStranger(chosen, headers['accept-language']);
  const t = translator(locale);
  const title = t('auth.turnedAway.title');
  return [
    `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">`,
    `<title>${inHtml(title)} · Relevo</title><style>${STYLE}</style>`,
    `<main><h1>${inHtml(title)}</h1><p>${inHtml(t('auth.turnedAway.why', { address }))}</p>`,
    `<p>${inHtml(t('auth.turnedAway.wayBack'))} <code>${COMMAND}</code></p></main></html>`,
  ].join('\n');
}

function inHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
