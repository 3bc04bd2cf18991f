'use client';

import { Card, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { CopyableText } from '@/components/layout/copyable-text';
import type { ServerAddress } from '@/lib/domains/servers/schema';
import { HealthBadge } from '../domains/[id]/checks/health-badge';
import { Findings } from './findings';

/** From where a server sends: its name, and the lists it may be on. What only the hosting company can mend comes as a letter. */
export function AddressCard({ address: { address, host, name, lists } }: { address: ServerAddress }) {
  const t = useTranslations('ownServer.state');
  const tAreas = useTranslations('domainHealth.areas');
  const isNamed = name.state === 'good' || name.state === 'unknown';
  return (
    <Card component="article" aria-label={address} withBorder>
      <Title order={3} size="h4" style={{ overflowWrap: 'anywhere' }}>
        {address}
      </Title>
      <Stack gap="xs" mt="xs">
        <Group justify="space-between" align="flex-start" gap="xs">
          <Text size="sm" fw={550}>
            {tAreas('name.title')}
          </Text>
          <HealthBadge state={name.state} />
        </Group>
        <Findings item={name} good={tAreas('name.value', { value: name.value ?? '' })} />
        {!isNamed && host && (
          <CopyableText
            label={t('letter')}
            of={address}
            text={t('letterText', { address, host })}
            wrap="prose"
          />
        )}
        {lists && (
          <>
            <Group justify="space-between" align="flex-start" gap="xs">
              <Text size="sm" fw={550}>
                {tAreas('blocklist.title')}
              </Text>
              <HealthBadge state={lists.state} />
            </Group>
            <Findings item={lists} good={tAreas('blocklist.value', { value: lists.value ?? '' })} />
          </>
        )}
      </Stack>
    </Card>
  );
}
