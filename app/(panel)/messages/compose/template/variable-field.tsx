'use client';

import { TextInput } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { useFormContext } from 'react-hook-form';
import { decimalOf, writeDecimal } from '@/components/form/decimals';
import { JsonInput } from '@/components/form/json-input';
import { SwitchField } from '@/components/form/switch-field';
import { TextField } from '@/components/form/text-field';
import { TextareaField } from '@/components/form/textarea-field';
import { useField } from '@/components/form/use-field';
import type { VariableDeclaration } from '@/lib/templates/variables';
import { LinesField } from './lines-field';
import { columnsOf, RowsField } from './rows-field';

const LONGEST_EXAMPLE = 80;

/** What a template asks for, as its kind is filled in: a list of like things line by line, what is more involved as JSON. */
export function VariableField({ variable }: { variable: VariableDeclaration }) {
  const t = useTranslations('messages.compose.template');
  const locale = useLocale() as 'en' | 'es';
  const { name, type, required, example, label, description } = variable;
  const says = label?.[locale] ?? label?.en ?? label?.es ?? name;
  const shown = typeof example === 'object' ? '' : String(example ?? '').slice(0, LONGEST_EXAMPLE);
  const props = {
    name: `variables.${name}`,
    label: says,
    description: description ?? (shown && type !== 'boolean' ? t('example', { example: shown }) : undefined),
  };
  const withAsterisk = required;
  switch (type) {
    case 'boolean':
      return <FlagField {...props} />;
    case 'number':
    case 'money':
      return <DecimalField {...props} withAsterisk={withAsterisk} />;
    case 'date':
      return <TextField {...props} description={t('dateHelp')} withAsterisk={withAsterisk} maxLength={40} />;
    case 'html':
      return <TextareaField {...props} withAsterisk={withAsterisk} spellCheck={false} />;
    case 'list':
      if (isTexts(example))
        return <LinesField {...props} description={t('linesHelp')} withAsterisk={withAsterisk} />;
      if (columnsOf(example)) return <RowsField {...props} example={example} withAsterisk={withAsterisk} />;
      return <JsonField {...props} type={type} withAsterisk={withAsterisk} />;
    case 'object':
      return <JsonField {...props} type={type} withAsterisk={withAsterisk} />;
    default:
      return <TextField {...props} withAsterisk={withAsterisk} />;
  }
}

type FieldProps = { name: string; label: string; description: string | undefined; withAsterisk: boolean };

/** One that nobody has touched says no. */
function FlagField({ name, ...props }: Omit<FieldProps, 'withAsterisk'>) {
  const { getValues, setValue } = useFormContext();
  useEffect(() => {
    if (getValues(name) === undefined) setValue(name, false);
  }, [name, getValues, setValue]);
  return <SwitchField name={name} {...props} />;
}

/** A comma and a point both are the decimal sign. */
function DecimalField({ name, label, ...props }: FieldProps) {
  const { field, error } = useField(name, label);
  const locale = useLocale();
  return (
    <TextInput
      {...props}
      {...field}
      value={writeDecimal(String(field.value ?? ''), locale)}
      onChange={({ currentTarget }) => field.onChange(decimalOf(currentTarget.value))}
      inputMode="decimal"
      autoComplete="off"
      label={label}
      error={error}
    />
  );
}

function JsonField({ name, label, type, withAsterisk }: FieldProps & { type: 'list' | 'object' }) {
  const t = useTranslations('messages.compose.template');
  const { field, error } = useField(name, label);
  const { name: _name, ...rest } = field;
  return <JsonInput {...rest} {...{ type, label, error, withAsterisk }} description={t('jsonHelp')} />;
}

function isTexts(example: unknown): boolean {
  return Array.isArray(example) && example.length > 0 && example.every((each) => typeof each === 'string');
}
