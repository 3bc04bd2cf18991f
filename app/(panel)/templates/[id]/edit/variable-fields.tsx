'use client';

import { Button, Fieldset, Group, Select, SimpleGrid, Switch, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import type { FieldError } from '@/lib/errors';
import { VARIABLE_TYPES, type VariableDeclaration, type VariableType } from '@/lib/templates/variables';
import { ExampleField } from './example-field';
import { useFlawText } from './fields/use-flaw-text';

type Props = {
  variable: VariableDeclaration;
  errors: FieldError[];
  at: number;
  onChange: (variable: VariableDeclaration, what: string) => void;
  onRemove: () => void;
};

/** One variable. What it is called by people stands beside what programs call it. */
export function VariableFields({ variable, errors, at, onChange, onRemove }: Props) {
  const t = useTranslations('editor.declare');
  const types = useTranslations('templates.variables.types');
  const told = useFlawText();
  const locale = useLocale() as 'en' | 'es';
  const { name, type, required, label } = variable;
  const error = errors.find(({ path }) => path === `${at}.name`);
  const exampleError = errors.find(({ path }) => path.startsWith(`${at}.example`));
  const set = (change: Partial<VariableDeclaration>, what: string) =>
    onChange({ ...variable, ...change }, what);
  const relabel = (words: string) => {
    const { [locale]: _old, ...others } = label ?? {};
    const next = words ? { ...others, [locale]: words } : others;
    const { label: _label, ...rest } = variable;
    onChange(Object.keys(next).length > 0 ? { ...rest, label: next } : rest, 'label');
  };
  return (
    <Fieldset legend={label?.[locale] || name}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
        <TextInput
          label={t('name')}
          description={t('nameHelp', { example: `{{ ${name} }}` })}
          value={name}
          spellCheck={false}
          autoCapitalize="off"
          error={error && told(error)}
          onChange={({ currentTarget }) => set({ name: currentTarget.value }, 'name')}
        />
        <TextInput
          label={t('label')}
          description={t('labelHelp')}
          value={label?.[locale] ?? ''}
          maxLength={300}
          onChange={({ currentTarget }) => relabel(currentTarget.value)}
        />
        <Select
          label={t('type')}
          allowDeselect={false}
          data={VARIABLE_TYPES.map((value) => ({ value, label: types(value) }))}
          value={type}
          onChange={(next) => next && set({ type: next as VariableType }, 'type')}
        />
        <ExampleField
          type={type}
          value={variable.example}
          error={exampleError && told(exampleError)}
          onChange={(example) => set({ example }, 'example')}
        />
      </SimpleGrid>
      <Group justify="space-between" mt="xs">
        <Switch
          label={t('required')}
          checked={required}
          onChange={({ currentTarget }) => set({ required: currentTarget.checked }, 'required')}
        />
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconTrash size={14} aria-hidden />}
          aria-label={`${t('remove')}: ${name}`}
          onClick={onRemove}
        >
          {t('remove')}
        </Button>
      </Group>
    </Fieldset>
  );
}
