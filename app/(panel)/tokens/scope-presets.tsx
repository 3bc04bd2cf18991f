'use client';

import { Button, Group, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { Scope } from '@/lib/tokens/schema';
import { nounsOf, PRESETS, scopesOf } from './token-form';

type Props = { offered: Scope[]; onChoose: (scopes: Scope[]) => void };

/** What most programs need, by a press; or everything that can be done with one noun. `offered`: what one's own role allows. */
export function ScopePresets({ offered, onChoose }: Props) {
  const t = useTranslations('tokens');
  return (
    <Group gap="xs">
      {(Object.keys(PRESETS) as (keyof typeof PRESETS)[]).map((preset) => (
        <Button
          key={preset}
          size="compact-sm"
          variant="default"
          onClick={() => onChoose([...PRESETS[preset]])}
        >
          {t(`presets.${preset}`)}
        </Button>
      ))}
      <Menu position="bottom-start" withinPortal={false}>
        <Menu.Target>
          <Button
            size="compact-sm"
            variant="default"
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            {t('presets.noun')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {nounsOf(offered).map((noun) => (
            <Menu.Item key={noun} onClick={() => onChoose(scopesOf(noun, offered))}>
              {t(`nouns.${noun}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
