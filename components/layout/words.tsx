'use client';

import { type AbstractIntlMessages, NextIntlClientProvider } from 'next-intl';
import { type ReactNode, use } from 'react';
import type { Locale } from '@/lib/i18n/locales';

type Props = { locale: Locale; file: string; children: ReactNode };

/** The texts of the language for all that is drawn in the browser. A page's head brings them before anything of it can be pressed. */
export function Words({ locale, file, children }: Props) {
  const messages = broughtWords(file) ?? use(wordsOf(locale, file));
  return (
    <NextIntlClientProvider locale={locale} messages={messages}>
      {children}
    </NextIntlClientProvider>
  );
}

declare global {
  interface Window {
    /** By the name of their file, whose script puts them here. */
    relevoWords?: Record<string, AbstractIntlMessages>;
  }
}

function broughtWords(file: string): AbstractIntlMessages | undefined {
  return typeof window === 'undefined' ? undefined : window.relevoWords?.[file];
}

const asked = new Map<string, Promise<AbstractIntlMessages>>();
const TRIES = 4;
const PAUSE_MS = 1_000;

function wordsOf(locale: Locale, file: string): Promise<AbstractIntlMessages> {
  const known = asked.get(file);
  if (known) return known;
  const words = typeof window === 'undefined' ? ownWords(locale) : loadWords(file, TRIES);
  asked.set(file, words);
  // Somebody who presses "try again" is to have another try.
  words.catch(() => asked.delete(file));
  return words;
}

/** On the server. Imported when it is called, so that no browser gets both languages with the page's code. */
async function ownWords(locale: Locale): Promise<AbstractIntlMessages> {
  return (await import('@/lib/i18n/messages')).messagesOf(locale);
}

/** Of another language, once it is chosen, or where the head's script could not be had. */
async function loadWords(file: string, tries: number): Promise<AbstractIntlMessages> {
  try {
    await new Promise((resolve, reject) => {
      const script = Object.assign(document.createElement('script'), { src: `/words/${file}` });
      script.onload = resolve;
      script.onerror = () => reject(new Error('The words of the panel could not be had.'));
      document.head.append(script);
    });
    const words = broughtWords(file);
    if (!words) throw new Error('The words of the panel are those of another version.');
    return words;
  } catch (error) {
    if (tries <= 1) throw error;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    return loadWords(file, tries - 1);
  }
}
