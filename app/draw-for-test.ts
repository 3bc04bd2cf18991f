import { MantineProvider } from '@mantine/core';
import { NextIntlClientProvider } from 'next-intl';
import { createElement, type FunctionComponent } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Locale } from '@/lib/i18n/locales';
import { messagesOf } from '@/lib/i18n/messages';

/** A part of a page as its reader would see it, as HTML. */
export function draw<P extends object>(locale: Locale, component: FunctionComponent<P>, props: P): string {
  const texts = { locale, messages: messagesOf(locale) as never, timeZone: 'UTC', children: null };
  const drawn = createElement(MantineProvider, null, createElement(component, props));
  return renderToStaticMarkup(createElement(NextIntlClientProvider, texts, drawn));
}

export function textOf(html: string): string {
  return html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
}
