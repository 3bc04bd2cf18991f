'use client';

import { Switch, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { JsonInput } from '@/components/form/json-input';
import type { VariableType } from '@/lib/templates/variables';

type Props = {
  type: VariableType;
  value: unknown;
  error: string | undefined;
  onChange: (value: unknown) => void;
};

/** What previews and tests show in its place. */
export function ExampleField({ type, value, error, onChange }: Props) {
  const t = useTranslations('editor.declare');
  if (type === 'boolean')
    return (
      <Switch
        mt="xl"
        label={t('exampleYes')}
        checked={value === true}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
    );
  if (type === 'list' || type === 'object')
    return <JsonInput label={t('example')} description={t('jsonHelp')} {...{ type, value, onChange }} />;
  const isNumber = type === 'number' || type === 'money';
  return (
    <TextInput
      label={t('example')}
      description={type === 'date' ? t('dateHelp') : t('exampleHelp')}
      value={typeof value === 'object' ? JSON.stringify(value) : String(value ?? '')}
      error={error}
      onChange={({ currentTarget: { value: text } }) =>
        onChange(isNumber && /^-?\d{1,15}(\.\d{1,6})?$/.test(text) ? Number(text) : text)
      }
    />
  );
}
