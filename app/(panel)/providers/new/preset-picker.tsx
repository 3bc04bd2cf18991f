'use client';

import { Button, SimpleGrid, Stack, Text, TextInput, Title, UnstyledButton } from '@mantine/core';
import {
  IconApi,
  IconBrandAws,
  IconBrandGmail,
  IconBrandWindows,
  IconBrandYahoo,
  IconFlask,
  IconMail,
  IconSearch,
  IconServer2,
} from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ProviderKindView } from '../provider-kind';
import { groupPresets, type PresetChoice } from './preset-groups';
import { usePresetLabel } from './preset-label';
import classes from './preset-picker.module.css';

const ICONS: Record<string, typeof IconMail> = {
  own: IconServer2,
  gmail: IconBrandGmail,
  outlook: IconBrandWindows,
  yahoo: IconBrandYahoo,
  sandbox: IconFlask,
  ses: IconBrandAws,
};
/** With fewer than this a search is only in the way. */
const SEARCH_FROM = 12;
const MOST_AT_ONCE = 9;

type Props = { kinds: ProviderKindView[]; chosen: string | null; onChoose: (choice: string) => void };

export function PresetPicker({ kinds, chosen, onChoose }: Props) {
  const t = useTranslations('wizard.choose');
  const label = usePresetLabel();
  const [search, setSearch] = useState('');
  const groups = groupPresets(kinds);
  const found = groups
    .map((group) => ({
      ...group,
      choices: group.choices.filter(({ preset }) => matches(label(preset), search)),
    }))
    .filter((group) => group.choices.length > 0);
  const many = groups.reduce((sum, group) => sum + group.choices.length, 0) >= SEARCH_FROM;
  return (
    <Stack gap="lg">
      {many && (
        <TextInput
          maw={360}
          label={t('search')}
          leftSection={<IconSearch size={15} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      {found.length === 0 && <Text role="status">{t('none')}</Text>}
      {found.map(({ name, choices }) => (
        <section key={name} aria-labelledby={`choose-${name}`}>
          <Title order={2} id={`choose-${name}`} mb="xs">
            {t(`groups.${name}`)}
          </Title>
          <Choices choices={choices} whole={search.trim() !== ''} chosen={chosen} onChoose={onChoose} />
        </section>
      ))}
    </Stack>
  );
}

type ChoicesProps = {
  choices: PresetChoice[];
  whole: boolean;
  chosen: string | null;
  onChoose: (choice: string) => void;
};

/** Those that most people look for have a text; a long rest waits behind a button. */
function Choices({ choices, whole, chosen, onChoose }: ChoicesProps) {
  const t = useTranslations('wizard.choose');
  const textOf = usePresetText();
  const [open, setOpen] = useState(false);
  const common = choices.filter((choice) => textOf(choice));
  const folded = !whole && !open && choices.length > MOST_AT_ONCE && common.length > 0;
  return (
    <>
      <SimpleGrid
        cols={{ base: 1, xs: 2, lg: 3 }}
        spacing="sm"
        component="ul"
        p={0}
        m={0}
        style={{ listStyle: 'none' }}
      >
        {(folded ? common : choices).map((choice) => (
          <li key={choice.value}>
            <Choice choice={choice} chosen={choice.value === chosen} onChoose={onChoose} />
          </li>
        ))}
      </SimpleGrid>
      {folded && (
        <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => setOpen(true)}>
          {t('more', { count: choices.length - common.length })}
        </Button>
      )}
    </>
  );
}

type ChoiceProps = { choice: PresetChoice; chosen: boolean; onChoose: (choice: string) => void };

function Choice({ choice, chosen, onChoose }: ChoiceProps) {
  const { kind, preset, value } = choice;
  const label = usePresetLabel();
  const text = usePresetText()(choice);
  const Icon = ICONS[preset.name] ?? ICONS[kind] ?? (kind === 'smtp' ? IconMail : IconApi);
  return (
    <UnstyledButton
      className={classes.choice}
      aria-current={chosen || undefined}
      onClick={() => onChoose(value)}
    >
      <Icon size={22} stroke={1.5} aria-hidden className={classes.icon} />
      <Text fw={600}>{label(preset)}</Text>
      {text && (
        <Text size="sm" c="dimmed">
          {text}
        </Text>
      )}
    </UnstyledButton>
  );
}

function usePresetText(): (choice: PresetChoice) => string | undefined {
  const t = useTranslations('providers.presets');
  return ({ kind, preset }) => {
    const key = [`${preset.name}.text`, `${kind}.text`].find((each) => t.has(each));
    return key && t(key);
  };
}

function matches(label: string, search: string): boolean {
  return label.toLowerCase().includes(search.trim().toLowerCase());
}
