'use client';

import { Select } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFormContext } from 'react-hook-form';
import { useField } from '@/components/form/use-field';
import { type AiKindName, kindOf } from '@/lib/ai/call/kinds';
import { ofKind } from './ai-values';

/** Whoever chooses another kind has what is known of that one filled in. */
export function KindField({ kinds }: { kinds: readonly AiKindName[] }) {
  const t = useTranslations('ai.form');
  const label = t('kind');
  const { field, error } = useField('kind', label);
  const { setValue } = useFormContext();
  const choose = (kind: AiKindName) => {
    field.onChange(kind);
    for (const [name, value] of Object.entries(ofKind(kind))) setValue(name, value, { shouldDirty: true });
  };
  return (
    <Select
      {...field}
      data-autofocus
      label={label}
      description={t(`kinds.${field.value as AiKindName}`)}
      error={error}
      allowDeselect={false}
      data={kinds.map((value) => ({ value, label: kindOf(value).label }))}
      value={field.value}
      onChange={(value) => choose(value as AiKindName)}
    />
  );
}
