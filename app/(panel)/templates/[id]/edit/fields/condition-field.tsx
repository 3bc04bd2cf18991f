'use client';

import { Group, Select, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { Condition } from '@/lib/templates/blocks/condition';
import type { VariableDeclaration } from '@/lib/templates/variables';

type Props = {
  value: Condition | undefined;
  onChange: (value: Condition | undefined) => void;
  variables: VariableDeclaration[];
};

const KINDS = ['present', 'missing', 'equal', 'unequal', 'above', 'below'] as const;

/** When the block is shown: always, or depending on a variable. */
export function ConditionField({ value, onChange, variables }: Props) {
  const t = useTranslations('editor.condition');
  const set = (variable: string, is: Condition['is'], text: string) => {
    if (is === 'present' || is === 'missing') onChange({ variable, is });
    else if (is === 'above' || is === 'below') onChange({ variable, is, value: Number(text) || 0 });
    else onChange({ variable, is, value: text });
  };
  const text = value && 'value' in value ? String(value.value) : '';
  const names = [...new Set([...(value ? [value.variable] : []), ...variables.map(({ name }) => name)])];
  return (
    <>
      <Select
        label={t('label')}
        placeholder={t('always')}
        clearable
        clearButtonProps={{ 'aria-label': t('always') }}
        data={names}
        value={value?.variable ?? null}
        onChange={(variable) =>
          variable ? set(variable, value?.is ?? 'present', text) : onChange(undefined)
        }
      />
      {value && (
        <Group gap="xs" grow align="flex-end">
          <Select
            label={t('is')}
            allowDeselect={false}
            data={KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
            value={value.is}
            onChange={(is) => set(value.variable, (is ?? 'present') as Condition['is'], text || '1')}
          />
          {'value' in value && (
            <TextInput
              label={t('value')}
              value={text}
              onChange={({ currentTarget }) => set(value.variable, value.is, currentTarget.value)}
            />
          )}
        </Group>
      )}
    </>
  );
}
