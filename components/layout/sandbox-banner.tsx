'use client';

import { Button, Group, Text } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/form/link-button';
import { Notice } from '@/components/table/notice';
import { paths } from '@/lib/paths';
import { useStatus } from './status';
import { useLocked } from './use-locked';

/** On every page while nobody outside of a list gets anything: it is easily forgotten. */
export function DevelopmentBanner() {
  const t = useTranslations('shell.development');
  const { data } = useStatus();
  if (!data?.reasons.includes('development')) return null;
  return (
    <Notice tone="kept" icon={<IconInbox aria-hidden />} mb="md" p="xs" role="status">
      <Group justify="space-between" gap="xs">
        <Text size="sm">{t('text')}</Text>
        <Button
          component={Link}
          href={paths.settings({ tab: 'delivery' })}
          variant="subtle"
          size="compact-sm"
        >
          {t('open')}
        </Button>
      </Group>
    </Notice>
  );
}

/** On every page while there is no provider that sends: nobody should take what the sandbox keeps for mail that went out. */
export function SandboxBanner() {
  const t = useTranslations('shell.sandbox');
  const locked = useLocked('providers.write');
  const { data } = useStatus();
  if (!data?.reasons.includes('only_sandbox')) return null;
  return (
    <Notice tone="kept" icon={<IconInbox aria-hidden />} mb="md" p="xs" role="status">
      <Group justify="space-between" gap="xs">
        <Text size="sm">{t('text')}</Text>
        <Group gap="xs">
          <Button component={Link} href={paths.sandbox()} variant="subtle" size="compact-sm">
            {t('inbox')}
          </Button>
          <LinkButton href={paths.newProvider()} size="compact-sm" disabledReason={locked}>
            {t('add')}
          </LinkButton>
        </Group>
      </Group>
    </Notice>
  );
}
