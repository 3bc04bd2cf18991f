'use client';

import { NumberInput, Select, Switch } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FieldProps, innermost } from './field-props';
import { ListField } from './list-field';
import { RichField } from './rich-field';
import { useFlawText } from './use-flaw-text';
import { WordsField } from './words-field';

/** One field of a block as its schema says: words, a choice, a number, a switch, rich text or a list of such. */
export function SchemaField(props: FieldProps) {
  const t = useTranslations('editor');
  const told = useFlawText();
  const { name, value, onChange, errors, path } = props;
  const { schema, isOptional } = innermost(props.schema);
  const label = t(`fields.${name}` as never);
  const own = errors.find((each) => each.path === path);
  const error = own && told(own);
  const definition = schema._zod.def;

  if (name === 'content') return <RichField {...props} label={label} error={errors[0] && told(errors[0])} />;
  if (definition.type === 'boolean')
    return (
      <Switch
        label={label}
        checked={value === true}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
    );
  if (definition.type === 'enum') {
    const options = (schema as unknown as { options: string[] }).options;
    const data = options.map((option) => ({ value: option, label: t(`options.${option}` as never) }));
    return (
      <Select
        label={label}
        data={data}
        value={(value as string | undefined) ?? null}
        onChange={(chosen) => onChange(chosen ?? undefined)}
        allowDeselect={isOptional}
        clearable={isOptional}
        error={error}
      />
    );
  }
  if (definition.type === 'number')
    return (
      <NumberInput
        label={label}
        value={(value as number | undefined) ?? ''}
        onChange={(number) => onChange(number === '' ? undefined : Number(number))}
        error={error}
      />
    );
  if (definition.type === 'array')
    return <ListField {...props} schema={schema} label={label} Field={SchemaField} />;
  if (definition.type === 'object') return null;
  return <WordsField {...props} label={label} error={error} isOptional={isOptional} />;
}
