import { networkOf } from '@/lib/auth/network';
import { clientAddress } from '@/lib/http/client-address';
import { type Locale, negotiateLocale } from '@/lib/i18n/locales';
import { translator } from '@/lib/i18n/translate';
import { isUuid } from '@/lib/ids';
import { log } from '@/lib/log';
import { linkKey } from '@/lib/tracking/link-key';
import { readFormText } from '@/lib/tracking/read-form-text';
import { Throttle } from '@/lib/tracking/throttle';
import { escapeHtml, visitorPage } from '@/lib/tracking/visitor-page';
import { displayName, emailAddress } from '@/lib/validation';
import { confirmOptIn, subscribeByForm } from './confirm';
import { readOptIn } from './opt-in-token';
import { type ListRow, readList } from './rows';

/** Of one network: a form is filled in by people. */
const ofOneNetwork = new Throttle({ most: 20, withinMs: 60_000 });

/**
 * Where the form of a list is sent, and where the button of its mail leads. A GET only shows a page with a button: programs that look for
 * viruses follow every link, and would subscribe people.
 */
export async function answerForm(request: Request, token: string): Promise<Response> {
  const locale = negotiateLocale(request.headers.get('accept-language'));
  try {
    return await answer(request, token, locale);
  } catch (error) {
    log.error('a subscription was not taken', { error });
    return visitorPage(locale, { name: 'later', status: 503 });
  }
}

async function answer(request: Request, token: string, locale: Locale): Promise<Response> {
  const ip = clientAddress(request.headers);
  const isPost = request.method === 'POST';
  if (isPost && !ofOneNetwork.admit(networkOf(ip)))
    return visitorPage(locale, { name: 'tooMany', status: 429 });
  if (isUuid(token)) {
    const list = await findList(token);
    if (!list?.openForm) return none(locale);
    return isPost ? takeForm(list, request, ip, locale) : askForAddress(list, locale);
  }
  const optIn = readOptIn(token, await linkKey());
  const list = optIn && (await findList(optIn.listId));
  if (!optIn || !list) return none(locale);
  if (!isPost) return askToConfirm(list, locale);
  const isOn = await confirmOptIn(list, optIn, ip);
  return isOn ? visitorPage(locale, { name: 'subscribed', values: { list: list.title } }) : none(locale);
}

async function takeForm(
  list: ListRow,
  request: Request,
  ip: string | null,
  locale: Locale,
): Promise<Response> {
  const fields = new URLSearchParams(await readFormText(request, 4_096));
  // People do not see this one: what fills in every field is a program, and is thanked like all others.
  if (fields.get('website')) return visitorPage(locale, { name: 'asked', values: { list: list.title } });
  const email = emailAddress.safeParse(fields.get('email')?.trim());
  if (!email.success) return askForAddress(list, locale, 422);
  const name = displayName(120).safeParse(fields.get('name')?.trim());
  const form = { email: email.data, name: name.success ? name.data || null : null, language: locale };
  const state = await subscribeByForm(list, form, ip);
  return visitorPage(locale, {
    name: state === 'asked' ? 'asked' : 'subscribed',
    values: { list: list.title },
  });
}

function askForAddress({ title, description }: ListRow, locale: Locale, status = 200): Response {
  const t = translator(locale);
  const fields = `<label for="email">${escapeHtml(t('tracking.address'))}</label><input type="email" id="email" name="email" autocomplete="email" required>`;
  return visitorPage(locale, {
    name: status === 422 ? 'notAnAddress' : 'join',
    status,
    values: { list: title, about: description ?? '' },
    form: `<form method="post">${fields}<p><button>${escapeHtml(t('tracking.joinButton'))}</button></p></form>`,
  });
}

function askToConfirm({ title }: ListRow, locale: Locale): Response {
  const label = translator(locale)('tracking.confirmButton');
  return visitorPage(locale, {
    name: 'confirm',
    values: { list: title },
    form: `<form method="post"><p><button>${escapeHtml(label)}</button></p></form>`,
  });
}

const none = (locale: Locale) => visitorPage(locale, { name: 'noLink', status: 404 });

async function findList(id: string): Promise<ListRow | null> {
  return readList({ companyId: null }, id).catch(() => null);
}
