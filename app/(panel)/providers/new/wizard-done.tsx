'use client';

import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { LinkButton } from '@/components/form/link-button';
import { SectionCard } from '@/components/layout/section-card';
import { Notice } from '@/components/table/notice';
import { paths } from '@/lib/paths';
import type { ProviderView } from '@/lib/providers/schema';
import { EndToEnd } from '../checks/end-to-end';
import { SuggestBackup } from './suggest-backup';

type Props = { provider: ProviderView; ownAddress: string; onBackup: () => void };

/** It works: see it deliver, and do not stay with one leg. */
export function WizardDone({ provider, ownAddress, onBackup }: Props) {
  const t = useTranslations('wizard.done');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Stack maw={760}>
      <Notice tone="good" icon={<IconCircleCheck aria-hidden />}>
        <Title order={2} ref={heading} tabIndex={-1} size="h3">
          {t('title', { name: provider.name })}
        </Title>
        <Text size="sm">{t('text')}</Text>
      </Notice>
      <EndToEnd provider={provider} ownAddress={ownAddress} />
      <SectionCard title={t('backup')} lead={t('backupText', { name: provider.name })}>
        <Group gap="xs">
          <Button onClick={onBackup}>{t('backupAdd')}</Button>
          <SuggestBackup provider={provider} />
        </Group>
      </SectionCard>
      <Group gap="xs">
        <LinkButton href={paths.provider(provider.id)} variant="default">
          {t('open', { name: provider.name })}
        </LinkButton>
        <LinkButton href={paths.providers()} variant="subtle">
          {t('list')}
        </LinkButton>
      </Group>
    </Stack>
  );
}
