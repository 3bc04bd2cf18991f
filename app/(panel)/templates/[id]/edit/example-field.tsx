'use client';

import { Switch, Textarea, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
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
    return <JsonExample type={type} value={value} onChange={onChange} />;
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

/** As programs send it. What is not JSON yet stays as it was typed, and counts once it is. */
function JsonExample({ type, value, onChange }: Omit<Props, 'error'>) {
  const t = useTranslations('editor.declare');
  const [text, setText] = useState(() =>
    typeof value === 'object' ? JSON.stringify(value, null, 1) : type === 'list' ? '[]' : '{}',
  );
  const isRight = readAs(type, text) !== undefined;
  return (
    <Textarea
      label={t('example')}
      description={t('jsonHelp')}
      autosize
      minRows={2}
      maxRows={8}
      spellCheck={false}
      value={text}
      error={isRight ? undefined : t('notJson')}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        const read = readAs(type, currentTarget.value);
        if (read !== undefined) onChange(read);
      }}
    />
  );
}

function readAs(type: VariableType, text: string): unknown {
  try {
    const read: unknown = JSON.parse(text);
    const isIt = typeof read === 'object' && read !== null && Array.isArray(read) === (type === 'list');
    return isIt ? read : undefined;
  } catch {
    return undefined;
  }
}
