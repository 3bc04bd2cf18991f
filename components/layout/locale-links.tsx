'use client';

import { Group, UnstyledButton } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useLocale } from 'next-intl';
import { chooseLocale } from './locale-cookie';
import classes from './locale-links.module.css';
import { LANGUAGES, type Language, type SavePreferences } from './preferences';
import { useAction } from './use-action';

/** `save`: of whoever is signed in already. Before there is an account, this browser keeps it. */
export function LocaleLinks({ save }: { save?: SavePreferences }) {
  const chosen = useLocale();
  const router = useRouter();
  const { run } = useAction(save ?? keepNothing);
  const choose = async (language: Language) => {
    if (!(await run({ language })).ok) return;
    chooseLocale(language);
    router.refresh();
  };
  return (
    <Group gap="xs">
      {LANGUAGES.map(({ value, label }) => (
        <UnstyledButton
          key={value}
          lang={value}
          className={classes.link}
          aria-pressed={chosen === value}
          onClick={() => void choose(value)}
        >
          {label}
        </UnstyledButton>
      ))}
    </Group>
  );
}

const keepNothing: SavePreferences = async () => ({ ok: true, data: null });
