'use client';

import { Fieldset, SimpleGrid } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { NumberField } from './number-field';
import type { FieldModel } from './schema-model';
import { SelectField } from './select-field';
import { SwitchField } from './switch-field';
import { TagsField } from './tags-field';
import { TextField } from './text-field';

type Props = {
  fields: FieldModel[];
  /** Where the values live in the form, such as `settings`. */
  prefix: string;
  /** Translations as `<namespace>.<key with _ for .>.label|help|choices.<value>`; the schema's own words otherwise. */
  namespace: 'providers.fields';
};

/** Draws inputs from a JSON Schema, so that a new provider needs no form of its own. */
export function SchemaFields({ fields, prefix, namespace }: Props) {
  const simple = fields.filter((field) => field.kind !== 'group');
  const groups = fields.filter((field) => field.kind === 'group');
  return (
    <>
      {simple.length > 0 && (
        <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="md">
          {simple.map((field) => (
            <SchemaField key={field.key} field={field} prefix={prefix} namespace={namespace} />
          ))}
        </SimpleGrid>
      )}
      {groups.map((group) => (
        <SchemaGroup key={group.key} group={group} prefix={prefix} namespace={namespace} />
      ))}
    </>
  );
}

function SchemaGroup({ group, prefix, namespace }: Omit<Props, 'fields'> & { group: FieldModel }) {
  const { label } = useFieldText(namespace, group);
  return (
    <Fieldset legend={label} variant="default">
      <SchemaFields fields={group.fields} prefix={prefix} namespace={namespace} />
    </Fieldset>
  );
}

function SchemaField({ field, prefix, namespace }: Omit<Props, 'fields'> & { field: FieldModel }) {
  const { label, help, choice } = useFieldText(namespace, field);
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

function useFieldText(namespace: Props['namespace'], field: FieldModel) {
  const t = useTranslations(namespace);
  const key = field.key.replaceAll('.', '_');
  const find = (path: string) => (t.has(path as never) ? t(path as never) : undefined);
  return {
    label: find(`${key}.label`) ?? field.title,
    help: find(`${key}.help`) ?? field.description,
    choice: (value: string) => find(`${key}.choices.${choiceKey(value)}`) ?? value,
  };
}

/** A dot would mean a level in the translations: `TLSv1.2` → `TLSv1_2`. */
function choiceKey(value: string): string {
  return value.replaceAll('.', '_');
}
