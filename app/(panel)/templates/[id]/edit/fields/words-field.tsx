'use client';

import { TextInput } from '@mantine/core';
import { useRef } from 'react';
import type { FieldProps } from './field-props';
import { VariablePicker } from './variable-picker';

type Props = Pick<FieldProps, 'value' | 'onChange' | 'variables' | 'name'> & {
  label: string;
  error: string | undefined;
  isOptional: boolean;
};

/** Names of variables, where no sentence can stand. */
const PATHS = new Set(['of', 'each', 'as', 'total']);

/** One line, in which variables may stand; the picker puts them where one writes. */
export function WordsField({ name, value, onChange, variables, label, error, isOptional }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const isPath = PATHS.has(name);
  const write = (text: string) => {
    if (text === '' && isOptional) onChange(undefined);
    // What is all of it may be a number or a variable.
    else onChange(name === 'total' && /^\d+$/.test(text) ? Number(text) : text);
  };
  const insert = (variable: string) => {
    if (isPath) return onChange(variable);
    const field = input.current;
    const text = String(value ?? '');
    const [from, to] = [field?.selectionStart ?? text.length, field?.selectionEnd ?? text.length];
    write(`${text.slice(0, from)}{{ ${variable} }}${text.slice(to)}`);
    field?.focus();
  };
  return (
    <TextInput
      ref={input}
      label={label}
      value={String(value ?? '')}
      onChange={({ currentTarget }) => write(currentTarget.value)}
      error={error}
      rightSection={<VariablePicker of={label} variables={variables} onPick={insert} bare={isPath} />}
      rightSectionPointerEvents="all"
    />
  );
}
