import { networkOf } from '@/lib/auth/network';
import { clientAddress } from '@/lib/http/client-address';
import type { Locale } from '@/lib/i18n/locales';
import { Throttle } from './throttle';
import { visitorPage } from './visitor-page';

/** Links that are none, of one network: they cannot be guessed, and need not be tried. */
const wrongOnes = new Throttle({ most: 60, withinMs: 60_000 });

export function refuseLink({ headers }: Request, locale: Locale): Response {
  const isAdmitted = wrongOnes.admit(networkOf(clientAddress(headers)));
  return visitorPage(locale, isAdmitted ? { name: 'noLink', status: 404 } : { name: 'tooMany', status: 429 });
}
