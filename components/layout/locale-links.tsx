'use client';

import { Group, UnstyledButton } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useLocale } from 'next-intl';
import { LOCALE_COOKIE } from '@/lib/i18n/locales';
import classes from './locale-links.module.css';
import { LANGUAGES } from './preferences';

const YEAR_SECONDS = 31_536_000;

/** The language before there is an account: kept in a cookie of this browser. */
export function LocaleLinks() {
  const chosen = useLocale();
  const router = useRouter();
  return (
    <Group gap="xs">
      {LANGUAGES.map(({ value, label }) => (
        <UnstyledButton
          key={value}
          lang={value}
          className={classes.link}
          aria-pressed={chosen === value}
          onClick={() => {
            chooseLocale(value);
            router.refresh();
          }}
        >
          {label}
        </UnstyledButton>
      ))}
    </Group>
  );
}

export function chooseLocale(locale: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API needs https, and a first set-up often has none
  document.cookie = `${LOCALE_COOKIE}=${locale}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}
