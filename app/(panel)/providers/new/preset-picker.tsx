'use client';

import { SimpleGrid, Text, UnstyledButton } from '@mantine/core';
import {
  IconBrandGmail,
  IconBrandWindows,
  IconBrandYahoo,
  IconFlask,
  IconMail,
  IconServer2,
} from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ProviderKindView } from '../provider-kind';
import classes from './preset-picker.module.css';

const ICONS: Record<string, typeof IconMail> = {
  own: IconServer2,
  gmail: IconBrandGmail,
  outlook: IconBrandWindows,
  yahoo: IconBrandYahoo,
  sandbox: IconFlask,
};

type Props = { kinds: ProviderKindView[]; onChoose: (choice: string) => void };

export function PresetPicker({ kinds, onChoose }: Props) {
  const t = useTranslations('providers.presets');
  const choices = kinds.flatMap(({ kind, presets }) => presets.map((preset) => ({ kind, preset })));
  return (
    <SimpleGrid
      cols={{ base: 1, xs: 2, lg: 3 }}
      maw={980}
      component="ul"
      p={0}
      m={0}
      style={{ listStyle: 'none' }}
    >
      {choices.map(({ kind, preset }) => {
        const Icon = ICONS[preset.name] ?? IconMail;
        const text = `${preset.name}.text`;
        const label = `${preset.name}.label`;
        return (
          <li key={`${kind}.${preset.name}`}>
            <UnstyledButton className={classes.choice} onClick={() => onChoose(`${kind}.${preset.name}`)}>
              <Icon size={22} stroke={1.5} aria-hidden className={classes.icon} />
              <Text fw={600}>{t.has(label) ? t(label) : preset.label}</Text>
              {t.has(text) && (
                <Text size="sm" c="dimmed">
                  {t(text)}
                </Text>
              )}
            </UnstyledButton>
          </li>
        );
      })}
    </SimpleGrid>
  );
}
