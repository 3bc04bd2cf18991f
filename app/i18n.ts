import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { LOCALE_COOKIE, type Locale, localeOfStranger } from '@/lib/i18n/locales';
import { messagesOf } from '@/lib/i18n/messages';
import { currentUser } from './session';

export default getRequestConfig(async () => {
  const locale = await requestLocale();
  return { locale, messages: messagesOf(locale), timeZone: 'UTC', now: new Date() };
});

/** The person's own language, else the one chosen before signing in, else what the browser asks for. */
async function requestLocale(): Promise<Locale> {
  // Without a database the error page must still speak a language.
  const user = await currentUser().catch(() => null);
  if (user) return user.language;
  return localeOfStranger(
    (await cookies()).get(LOCALE_COOKIE)?.value,
    (await headers()).get('accept-language'),
  );
}
