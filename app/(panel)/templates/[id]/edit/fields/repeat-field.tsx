'use client';

import { Select, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { Repeat } from '@/lib/templates/blocks/condition';
import type { VariableDeclaration } from '@/lib/templates/variables';

type Props = {
  value: Repeat | undefined;
  onChange: (value: Repeat | undefined) => void;
  variables: VariableDeclaration[];
};

/** Once, or once for each entry of a list, which then has a name of its own. */
export function RepeatField({ value, onChange, variables }: Props) {
  const t = useTranslations('editor.repeat');
  const lists = variables.filter(({ type }) => type === 'list').map(({ name }) => name);
  const names = [...new Set([...(value ? [value.each] : []), ...lists])];
  if (names.length === 0) return null;
  return (
    <>
      <Select
        label={t('label')}
        placeholder={t('once')}
        clearable
        clearButtonProps={{ 'aria-label': t('once') }}
        data={names}
        value={value?.each ?? null}
        onChange={(each) => onChange(each ? { each, as: value?.as ?? 'entry' } : undefined)}
      />
      {value && (
        <TextInput
          label={t('as')}
          description={t('help', { name: value.as })}
          value={value.as}
          onChange={({ currentTarget }) => onChange({ ...value, as: currentTarget.value })}
        />
      )}
    </>
  );
}
