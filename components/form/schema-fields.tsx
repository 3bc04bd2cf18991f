'use client';

import { Fieldset, SimpleGrid } from '@mantine/core';
import { NumberField } from './number-field';
import type { FieldModel } from './schema-model';
import { SelectField } from './select-field';
import { SwitchField } from './switch-field';
import { TagsField } from './tags-field';
import { TextField } from './text-field';
import { type FieldNamespace, useFieldText } from './use-field-text';

type Props = {
  fields: FieldModel[];
  /** Where the values live in the form, such as `settings`. */
  prefix: string;
  /** Where the words are: see `useFieldText`. */
  namespace: FieldNamespace;
  variant?: string;
};

/** Draws inputs from a JSON Schema, so that a new provider needs no form of its own. */
export function SchemaFields({ fields, prefix, namespace, variant }: Props) {
  const simple = fields.filter((field) => field.kind !== 'group');
  const groups = fields.filter((field) => field.kind === 'group');
  return (
    <>
      {simple.length > 0 && (
        <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="md">
          {simple.map((field) => (
            <SchemaField
              key={field.key}
              field={field}
              prefix={prefix}
              namespace={namespace}
              variant={variant}
            />
          ))}
        </SimpleGrid>
      )}
      {groups.map((group) => (
        <SchemaGroup key={group.key} group={group} prefix={prefix} namespace={namespace} variant={variant} />
      ))}
    </>
  );
}

function SchemaGroup({ group, prefix, namespace, variant }: Omit<Props, 'fields'> & { group: FieldModel }) {
  const { label } = useFieldText(namespace, group, variant);
  return (
    <Fieldset legend={label} variant="default">
      <SchemaFields fields={group.fields} prefix={prefix} namespace={namespace} variant={variant} />
    </Fieldset>
  );
}

function SchemaField({ field, prefix, namespace, variant }: Omit<Props, 'fields'> & { field: FieldModel }) {
  const { label, help, choice } = useFieldText(namespace, field, variant);
  const shared = { name: `${prefix}.${field.key}`, label, description: help };
  switch (field.kind) {
    case 'integer':
    case 'number':
      return (
        <NumberField
          {...shared}
          withAsterisk={field.required}
          allowDecimal={field.kind === 'number'}
          thousandSeparator={false}
        />
      );
    case 'boolean':
      return <SwitchField {...shared} />;
    case 'choice':
      return (
        <SelectField
          {...shared}
          withAsterisk={field.required}
          data={field.choices.map((value) => ({ value, label: choice(value) }))}
        />
      );
    case 'list':
      return <TagsField {...shared} withAsterisk={field.required} />;
    default:
      return <TextField {...shared} withAsterisk={field.required} autoComplete="off" />;
  }
}
