'use client';

import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { paths } from '@/lib/paths';
import type { ComponentSection } from '@/lib/templates/blocks/document';
import { draftOf } from '../draft';
import type { Edit } from '../use-edit';
import { useComponents } from './use-components';

type Props = { section: ComponentSection; edit: Edit; language: string };

/** Which one is shown there, the way to it, and how it becomes a part of this template alone. */
export function ShownComponent({ section, edit, language }: Props) {
  const t = useTranslations('editor.component');
  const client = useQueryClient();
  const { all } = useComponents();
  const found = all.find(({ key }) => key === section.component);
  if (!found) return <Text size="sm">{t('gone', { key: section.component })}</Text>;
  const detach = async () => {
    const view = await client.fetchQuery(apiQuery('templates/[id]', { id: found.id }));
    const texts = draftOf(view)?.texts;
    const text = texts?.[language] ?? texts?.[language.split('-')[0]!] ?? texts?.[view.fallbackLanguage];
    if (text) edit.exchange(section.id, text.document.sections, view.current.variables);
  };
  return (
    <Stack gap="xs" align="flex-start">
      <Text size="sm">{t('shown', { title: found.title })}</Text>
      <Anchor component={Link} href={paths.template(found.id)} target="_blank" size="sm" underline="always">
        {t('open')}
      </Anchor>
      <Button variant="default" size="xs" onClick={() => void detach()}>
        {t('detach')}
      </Button>
      <Text size="xs" c="dimmed">
        {t('detachHelp')}
      </Text>
    </Stack>
  );
}
