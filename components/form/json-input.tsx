'use client';

import { Textarea, type TextareaProps } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';

type Kind = 'list' | 'object';
type Props = Pick<TextareaProps, 'label' | 'description' | 'error' | 'withAsterisk' | 'ref' | 'onBlur'> & {
  type: Kind;
  value: unknown;
  onChange: (value: unknown) => void;
};

/** As programs send it. What is not JSON yet stays as it was typed, and counts once it is. */
export function JsonInput({ type, value, onChange, error, ...props }: Props) {
  const t = useTranslations('common.json');
  const [text, setText] = useState(() =>
    typeof value === 'object' ? JSON.stringify(value, null, 1) : type === 'list' ? '[]' : '{}',
  );
  const isRight = readAs(type, text) !== undefined;
  return (
    <Textarea
      {...props}
      autosize
      minRows={2}
      maxRows={8}
      spellCheck={false}
      value={text}
      error={isRight ? error : t('notThat')}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        const read = readAs(type, currentTarget.value);
        if (read !== undefined) onChange(read);
      }}
    />
  );
}

function readAs(type: Kind, text: string): unknown {
  try {
    const read: unknown = JSON.parse(text);
    const isIt = typeof read === 'object' && read !== null && Array.isArray(read) === (type === 'list');
    return isIt ? read : undefined;
  } catch {
    return undefined;
  }
}
