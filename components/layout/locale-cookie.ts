import { LOCALE_COOKIE } from '@/lib/i18n/locales';
import { LANGUAGES, type Language } from './preferences';

const YEAR_SECONDS = 31_536_000;
const CHOSEN = 'relevo.language';

/** The account's language, for the pages before the next sign-in. */
export function keepLocale(language: string): void {
  write(language);
  sessionStorage.removeItem(CHOSEN);
}

/** Chosen by somebody who has not signed in yet: it holds for this browser, and then for the account. */
export function chooseLocale(language: string): void {
  write(language);
  sessionStorage.setItem(CHOSEN, language);
}

/** What was chosen on the way to signing in, in this tab. */
export function chosenLocale(): Language | undefined {
  return LANGUAGES.find(({ value }) => value === sessionStorage.getItem(CHOSEN))?.value;
}

function write(language: string): void {
  const secure = location.protocol === 'https:' ? '; secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API needs https, and a first set-up often has none
  document.cookie = `${LOCALE_COOKIE}=${language}; path=/; max-age=${YEAR_SECONDS}; samesite=lax${secure}`;
}
