import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import '@mantine/dropzone/styles.css';
import 'mantine-datatable/styles.css';
import './global.css';
import { ColorSchemeScript, mantineHtmlProps } from '@mantine/core';
import { GeistMono } from 'geist/font/mono';
import { GeistSans } from 'geist/font/sans';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { EarlyPresses } from '@/components/layout/early-presses';
import { Providers } from '@/components/layout/providers';
import { Words } from '@/components/layout/words';
import type { Locale } from '@/lib/i18n/locales';
import { wordsFile } from '@/lib/i18n/words-file';

export const metadata: Metadata = {
  title: { default: 'Relevo', template: '%s · Relevo' },
  robots: { index: false, follow: false },
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = (await getLocale()) as Locale;
  const words = wordsFile(locale);
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <html lang={locale} {...mantineHtmlProps} className={`${GeistSans.variable} ${GeistMono.variable}`}>
      <head>
        <ColorSchemeScript defaultColorScheme="auto" nonce={nonce} suppressHydrationWarning />
        <EarlyPresses nonce={nonce} />
        {/* Not `async`: by the time that React begins they are there, and nothing is pressed in vain meanwhile. */}
        <script src={`/words/${words}`} nonce={nonce} suppressHydrationWarning />
      </head>
      <body>
        <NextIntlClientProvider messages={null}>
          <Words locale={locale} file={words}>
            <Providers nonce={nonce}>{children}</Providers>
          </Words>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
