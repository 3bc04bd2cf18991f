'use client';

import { ActionIcon, Menu, Text } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import { NOTHING } from '@/components/layout/quantities';
import type { VariableDeclaration } from '@/lib/templates/variables';

type Props = {
  of: string;
  variables: VariableDeclaration[];
  onPick: (variable: string) => void;
  /** Only the name: no filter is put behind it. */
  bare?: boolean;
};

/** What every mail knows besides. */
const COMMON = ['recipient.name', 'company.name', 'company.support_email', 'company.support_phone'] as const;
const FILTERS: Partial<Record<VariableDeclaration['type'], string>> = {
  money: ' | money',
  date: " | date: 'long'",
  number: ' | number',
};

/** The variables by their names for people, each with its example. */
export function VariablePicker({ of, variables, onPick, bare = false }: Props) {
  const t = useTranslations('editor.variables');
  const locale = useLocale() as 'en' | 'es';
  return (
    <Menu position="bottom-end" withinPortal returnFocus>
      <Menu.Target>
        <ActionIcon variant="subtle" size={28} aria-label={t('insert', { of })}>
          <IconBraces size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        {variables.map(({ name, type, example, label }) => (
          <Menu.Item key={name} onClick={() => onPick(bare ? name : name + (FILTERS[type] ?? ''))}>
            {label?.[locale] ?? name}
            <Text size="xs" c="dimmed" component="span" display="block">
              {name} · {tell(example)}
            </Text>
          </Menu.Item>
        ))}
        {!bare &&
          COMMON.map((name) => (
            <Menu.Item key={name} onClick={() => onPick(`${name} | default: ''`)}>
              {t(`common.${name.replace('.', '_')}` as never)}
              <Text size="xs" c="dimmed" component="span" display="block">
                {name}
              </Text>
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function tell(example: unknown): string {
  const text =
    typeof example === 'object' && example !== null ? JSON.stringify(example) : String(example ?? NOTHING);
  return text.slice(0, 40);
}
