'use client';

import { ActionIcon, Button, Fieldset, Group, Stack } from '@mantine/core';
import { IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ComponentType } from 'react';
import type { z } from 'zod';
import classes from '../editor.module.css';
import { type FieldProps, innermost } from './field-props';

type Entry = Record<string, unknown>;
/** `Field`: what draws a field of an entry, which draws lists by this in turn. */
type Props = FieldProps & { label: string; Field: ComponentType<FieldProps> };

/** Rows of a table, columns, steps, links: each with its own fields. */
export function ListField({ schema, value, onChange, errors, path, variables, label, Field }: Props) {
  const t = useTranslations('editor.list');
  const shape = (
    innermost((schema._zod.def as unknown as { element: z.ZodType }).element).schema as z.ZodObject
  ).shape;
  const fields = Object.entries(shape).filter(([key]) => key !== 'showIf');
  const entries = (value as Entry[] | undefined) ?? [];
  const change = (at: number, key: string, next: unknown) =>
    onChange(entries.map((entry, index) => (index === at ? { ...entry, [key]: next } : entry)));
  // Another like the last one: in a list they are alike.
  const add = () => onChange([...entries, structuredClone(entries.at(-1) ?? emptyOf(fields))]);
  return (
    <Fieldset legend={label}>
      <Stack gap="xs">
        {entries.map((entry, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no name but their place
          <div key={at} className={classes.entry}>
            <Stack gap="xs">
              {fields.map(([key, each]) => (
                <Field
                  key={key}
                  name={key}
                  schema={each as z.ZodType}
                  value={entry[key]}
                  onChange={(next) => change(at, key, next)}
                  errors={errors.filter((error) => error.path.startsWith(`${path}.${at}.${key}`))}
                  path={`${path}.${at}.${key}`}
                  variables={variables}
                />
              ))}
              <Group gap={4} justify="flex-end">
                <ActionIcon
                  variant="subtle"
                  size={28}
                  disabled={at === 0}
                  aria-label={t('up', { number: at + 1, of: label })}
                  onClick={() => onChange(entries.toSpliced(at, 1).toSpliced(at - 1, 0, entry))}
                >
                  <IconArrowUp size={16} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  size={28}
                  aria-label={t('remove', { number: at + 1, of: label })}
                  onClick={() => onChange(entries.toSpliced(at, 1))}
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              </Group>
            </Stack>
          </div>
        ))}
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={add}
          aria-label={`${t('add')}: ${label}`}
        >
          {t('add')}
        </Button>
      </Stack>
    </Fieldset>
  );
}

function emptyOf(fields: [string, unknown][]): Entry {
  return Object.fromEntries(fields.map(([key]) => [key, key === 'href' ? 'https://' : '…']));
}
