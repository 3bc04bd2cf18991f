'use client';

import { SegmentedControl } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { Format } from './format';

type Props = { value: Format; onChange: (format: Format) => void };

export function FormatChoice({ value, onChange }: Props) {
  const t = useTranslations('configuration.editor');
  return (
    <SegmentedControl
      aria-label={t('format')}
      value={value}
      onChange={(chosen) => onChange(chosen as Format)}
      data={[
        { value: 'yaml', label: 'YAML' },
        { value: 'json', label: 'JSON' },
      ]}
    />
  );
}
