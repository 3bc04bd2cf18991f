import { cachedCompanies } from '@/lib/companies/cache';
import { type Locale, negotiateLocale } from '@/lib/i18n/locales';
import { translator } from '@/lib/i18n/translate';
import { log } from '@/lib/log';
import { linkKey } from './link-key';
import { type Link, readLink } from './link-token';
import { readFormText } from './read-form-text';
import { refuseLink } from './refuse-link';
import { Throttle } from './throttle';
import { subscribeAgain, subscriberOf, unsubscribe } from './unsubscribe';
import { escapeHtml, visitorPage } from './visitor-page';

type UnsubscribeLink = Extract<Link, { kind: 'unsubscribe' }>;

/** Of one link; nobody changes their mind more often. */
const ofOneLink = new Throttle({ most: 20, withinMs: 60_000 });

/**
 * RFC 8058: a POST of `List-Unsubscribe=One-Click` unsubscribes at once, as the servers of Gmail and Yahoo send it; a GET only shows a page
 * with a button, since programs that look for viruses follow every link.
 */
export async function answerUnsubscribe(request: Request, token: string): Promise<Response> {
  const locale = negotiateLocale(request.headers.get('accept-language'));
  try {
    const link = readLink(token, await linkKey());
    if (link?.kind !== 'unsubscribe') return refuseLink(request, locale);
    if (request.method !== 'POST') return ask(link, locale);
    if (!ofOneLink.admit(token)) return visitorPage(locale, { name: 'tooMany', status: 429 });
    return await act(link, await readForm(request), locale);
  } catch (error) {
    log.error('an unsubscription was not taken', { error });
    return visitorPage(locale, { name: 'later', status: 503 });
  }
}

async function act(link: UnsubscribeLink, form: Form, locale: Locale): Promise<Response> {
  if (!form.does) return ask(link, locale, 400);
  const address = await subscriberOf(link, form.address);
  if (address === null) return ask(link, locale, 422);
  if (form.does === 'return') {
    await subscribeAgain(link, address);
    return visitorPage(locale, { name: 'returned', values: await valuesOf(link, locale, address) });
  }
  await unsubscribe(link, address);
  return visitorPage(locale, {
    name: 'left',
    values: await valuesOf(link, locale, address),
    form: button(
      'return',
      translator(locale)('tracking.returnButton'),
      'quiet',
      link.address ? null : address,
    ),
  });
}

/** One large button; of a message to several also a field for who it is. */
async function ask(link: UnsubscribeLink, locale: Locale, status = 200): Promise<Response> {
  const t = translator(locale);
  const field = `<label for="address">${escapeHtml(t('tracking.address'))}</label><input type="email" id="address" name="address" autocomplete="email" required>`;
  return visitorPage(locale, {
    name: status === 422 ? 'notYours' : 'leave',
    status,
    values: await valuesOf(link, locale, link.address),
    form: button('leave', t('tracking.leaveButton'), '', null, link.address === null ? field : ''),
  });
}

function button(does: string, label: string, look: string, address: string | null, fields = ''): string {
  const hidden =
    address === null ? '' : `<input type="hidden" name="address" value="${escapeHtml(address)}">`;
  return `<form method="post"><input type="hidden" name="does" value="${does}">${hidden}${fields}<p><button class="${look}">${escapeHtml(label)}</button></p></form>`;
}

async function valuesOf({ companyId, category }: UnsubscribeLink, locale: Locale, address: string | null) {
  const t = translator(locale);
  const company = companyId === null ? undefined : (await cachedCompanies()).get(companyId);
  return {
    address: address ?? t('tracking.you'),
    company: company?.name ?? t('tracking.sender'),
    what: t(`tracking.what.${category}`),
  };
}

type Form = { does: 'leave' | 'return' | null; address: string | null };

const MOST_BYTES = 4_096;
/** Also as a form of several parts (RFC 8058, 3.2), of which nothing else is of interest. */
const ONE_CLICK_PART = /name="?List-Unsubscribe"?[^\n]*\r?\n(?:[^\n]+\n)*\r?\n\s*One-Click\s*\r?\n/i;

async function readForm(request: Request): Promise<Form> {
  const text = await readFormText(request, MOST_BYTES);
  const fields = new URLSearchParams(text);
  const [does, address] = [fields.get('does'), fields.get('address')];
  if (does === 'leave' || does === 'return') return { does, address };
  const isOneClick = /^one-click$/i.test(fields.get('List-Unsubscribe') ?? '') || ONE_CLICK_PART.test(text);
  return { does: isOneClick ? 'leave' : null, address: null };
}
