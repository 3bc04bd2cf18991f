'use client';

import { Select } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { Edit } from './use-edit';

/** One more strip at the end, with its columns. */
export function AddSection({ edit }: { edit: Edit }) {
  const t = useTranslations('editor.outline');
  return (
    <Select
      label={t('addSection')}
      placeholder={t('choose')}
      value={null}
      data={[1, 2, 3, 4].map((count) => ({ value: String(count), label: t('columns', { count }) }))}
      onChange={(count) => count && edit.addSection(Number(count))}
    />
  );
}
