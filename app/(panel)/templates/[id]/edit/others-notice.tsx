'use client';

import { Alert } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Time } from '@/components/layout/time';
import type { OtherWriter } from '@/lib/templates/drafts';

/** Who else has something unsaved in the same template: known before anybody saves. */
export function OthersNotice({ others: [first, ...more] }: { others: OtherWriter[] }) {
  const t = useTranslations('editor.others');
  if (!first) return null;
  return (
    <Alert role="status" title={t('title', { name: first.name, more: more.length })}>
      {t('body')} <Time value={first.at} />
    </Alert>
  );
}
