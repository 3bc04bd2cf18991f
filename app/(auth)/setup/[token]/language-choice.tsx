'use client';

import { SegmentedControl } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { chooseLocale } from '@/components/layout/locale-cookie';
import { LANGUAGES } from '@/components/layout/preferences';

/** The language of this page, which an account that is made by it keeps. */
export function LanguageChoice() {
  const t = useTranslations('auth.setup');
  const router = useRouter();
  const choose = (value: string) => {
    chooseLocale(value);
    router.refresh();
  };
  return (
    <SegmentedControl
      size="sm"
      fullWidth
      aria-label={t('language')}
      value={useLocale()}
      data={LANGUAGES}
      onChange={choose}
    />
  );
}
