'use client';

import { type AbstractIntlMessages, NextIntlClientProvider } from 'next-intl';
import { type ReactNode, use } from 'react';
import type { Locale } from '@/lib/i18n/locales';

type Props = { locale: Locale; file: string; children: ReactNode };

/** The texts of the language for all that is drawn in the browser; before they are there, the page stands as the server drew it. */
export function Words({ locale, file, children }: Props) {
  const messages = use(wordsOf(locale, file));
  return (
    <NextIntlClientProvider locale={locale} messages={messages}>
      {children}
    </NextIntlClientProvider>
  );
}

const fetched = new Map<string, Promise<AbstractIntlMessages>>();
const TRIES = 4;
const PAUSE_MS = 1_000;

function wordsOf(locale: Locale, file: string): Promise<AbstractIntlMessages> {
  const known = fetched.get(file);
  if (known) return known;
  const words = typeof window === 'undefined' ? ownWords(locale) : fetchWords(file, TRIES);
  fetched.set(file, words);
  // Somebody who presses "try again" is to have another try.
  words.catch(() => fetched.delete(file));
  return words;
}

/** On the server. Imported when it is called, so that no browser gets both languages with the page's code. */
async function ownWords(locale: Locale): Promise<AbstractIntlMessages> {
  return (await import('@/lib/i18n/messages')).messagesOf(locale);
}

async function fetchWords(file: string, tries: number): Promise<AbstractIntlMessages> {
  try {
    const answer = await fetch(`/words/${file}`);
    if (!answer.ok) throw new Error(`The words of the panel were answered with ${answer.status}.`);
    return await answer.json();
  } catch (error) {
    if (tries <= 1) throw error;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    return fetchWords(file, tries - 1);
  }
}
