'use client';

import { useField } from '@/components/form/use-field';
import { CodeEditor } from './code-editor';
import type { CodeEditorProps } from './props';

type Props = Omit<CodeEditorProps, 'value' | 'onChange' | 'onBlur' | 'error' | 'focus'> & { name: string };

/** The same as a field of a form. */
export function CodeField({ name, label, ...props }: Props) {
  const { field, error } = useField(name, label);
  const { value, onChange, onBlur, ref, disabled } = field;
  return (
    <CodeEditor
      {...props}
      label={label}
      error={error}
      value={value ?? ''}
      onChange={onChange}
      onBlur={onBlur}
      focus={ref}
      readOnly={disabled ?? props.readOnly ?? false}
    />
  );
}
