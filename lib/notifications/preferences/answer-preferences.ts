import { findContactById } from '@/lib/contacts/find-by-id';
import type { ContactRow } from '@/lib/contacts/known';
import { jobContext } from '@/lib/context';
import { isLocale, type Locale, negotiateLocale } from '@/lib/i18n/locales';
import { log } from '@/lib/log';
import { linkKey } from '@/lib/tracking/link-key';
import { readLink } from '@/lib/tracking/link-token';
import { readFormText } from '@/lib/tracking/read-form-text';
import { refuseLink } from '@/lib/tracking/refuse-link';
import { Throttle } from '@/lib/tracking/throttle';
import { visitorPage } from '@/lib/tracking/visitor-page';
import { drawPreferences } from './draw-preferences';
import { readPreferencesForm } from './read-preferences-form';
import { updatePreferences } from './save';
import { usedTypes, viewPreferences } from './view';

const MOST_BYTES = 32_768;
/** Of one link; nobody changes their mind more often. */
const ofOneLink = new Throttle({ most: 20, withinMs: 60_000 });

/** Where a person chooses what they are told: the signature says who it is. A GET changes nothing, since programs follow every link. */
export async function answerPreferences(request: Request, token: string): Promise<Response> {
  const asked = negotiateLocale(request.headers.get('accept-language'));
  try {
    const link = readLink(token, await linkKey());
    if (link?.kind !== 'preferences') return refuseLink(request, asked);
    const contact = await findContactById(link.contactId);
    if (!contact) return visitorPage(asked, { name: 'nobody', status: 410 });
    if (request.method !== 'POST') return await show(contact, localeOf(contact, request));
    if (!ofOneLink.admit(token)) return visitorPage(asked, { name: 'tooMany', status: 429 });
    return await save(contact, request);
  } catch (error) {
    log.error('preferences were not answered', { error });
    return visitorPage(asked, { name: 'later', status: 503 });
  }
}

/** As the person reads; in the other language where that was pressed on the page. */
function localeOf({ language }: ContactRow, request: Request): Locale {
  const pressed = new URL(request.url).searchParams.get('lang');
  if (isLocale(pressed)) return pressed;
  const own = language?.slice(0, 2);
  return isLocale(own) ? own : negotiateLocale(request.headers.get('accept-language'));
}

async function show(contact: ContactRow, locale: Locale, isSaved = false): Promise<Response> {
  const view = await viewPreferences(contact, locale);
  const used = await usedTypes(view.types);
  const isOffered = ({ key }: { key: string }) => used.size === 0 || used.has(key);
  return drawPreferences(contact, locale, { ...view, types: view.types.filter(isOffered) }, isSaved);
}

async function save(contact: ContactRow, request: Request): Promise<Response> {
  const locale = localeOf(contact, request);
  const form = readPreferencesForm(await readFormText(request, MOST_BYTES), contact.language);
  if (!form) return show(contact, locale);
  const { types } = await viewPreferences(contact, locale);
  const known = new Map(types.map((type) => [type.key, type]));
  // What was locked, or went, since the page was opened is left as it is.
  const open = Object.entries(form.types).filter(([key]) => known.has(key) && !known.get(key)!.required);
  const digests = Object.entries(form.digests).filter(([key]) => known.get(key)?.collectable);
  await updatePreferences(ofThemselves(locale), {
    ...form,
    id: contact.id,
    types: Object.fromEntries(open),
    digests: Object.fromEntries(digests),
  });
  const saved = (await findContactById(contact.id)) ?? contact;
  return show(saved, localeOf(saved, request), true);
}

function ofThemselves(locale: Locale) {
  return { ...jobContext('preferences page'), locale };
}
