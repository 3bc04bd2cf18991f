'use client';

import { Button, Group, Menu, SegmentedControl } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import type { Edit } from './use-edit';

/** What is offered; a program may bring others. */
export const OFFERED_LANGUAGES = ['es', 'en', 'pt', 'fr', 'de', 'it', 'gn'];
const MOST = 10;

type Props = {
  languages: string[];
  fallback: string;
  language: string;
  onLanguage: (language: string) => void;
  edit: Edit;
  locked: string | null;
};

/** Which language is shown; another one begins as a copy of it. */
export function LanguageBar({ languages, fallback, language, onLanguage, edit, locked }: Props) {
  const t = useTranslations('editor.bar');
  const names = new Intl.DisplayNames([useLocale()], { type: 'language' });
  const missing = OFFERED_LANGUAGES.filter((each) => !languages.includes(each));
  return (
    <Group gap="xs">
      {languages.length > 1 && (
        <SegmentedControl
          size="xs"
          aria-label={t('language')}
          value={language}
          onChange={onLanguage}
          data={languages.map((value) => ({ value, label: names.of(value) ?? value }))}
        />
      )}
      <Menu position="bottom-start" withinPortal>
        <Menu.Target>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconLanguage size={16} aria-hidden />}
            disabled={locked !== null}
          >
            {t('languages')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {languages.length < MOST &&
            missing.map((each) => (
              <Menu.Item
                key={each}
                onClick={() => {
                  edit.addLanguage(each);
                  onLanguage(each);
                }}
              >
                {t('addLanguage', { name: names.of(each) ?? each })}
              </Menu.Item>
            ))}
          {language !== fallback && (
            <Menu.Item onClick={() => edit.removeLanguage(language)}>
              {t('removeLanguage', { name: names.of(language) ?? language })}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
