'use client';

import { Anchor, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconPlugConnected, IconSettings, IconWorldPlus } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { LinkButton } from '@/components/form/link-button';
import type { OwnServerView } from '@/lib/domains/servers/schema';
import { paths } from '@/lib/paths';
import { HealthBadge } from '../domains/[id]/checks/health-badge';
import { Findings } from './findings';

/** One server: whether Relevo reaches it, its certificate, where bounces go, and who sends through it. */
export function ServerCard({ server }: { server: OwnServerView }) {
  const t = useTranslations('ownServer.state');
  const { provider, host, port, look, bounceAddress, domains } = server;
  const at = bounceAddress?.lastIndexOf('@') ?? -1;
  return (
    <Card component="article" aria-label={provider.name} withBorder>
      <Group justify="space-between" align="flex-start" gap="xs">
        <Title order={3} size="h4" style={{ overflowWrap: 'anywhere' }}>
          {provider.name}
        </Title>
        <HealthBadge state={look?.state ?? 'unknown'} />
      </Group>
      <Text size="sm" c="dimmed" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
        {host}:{port}
      </Text>
      <Stack gap={6} mt="xs">
        {look ? (
          <Findings item={look} good={t('reached', { certificate: look.value ?? '' })} />
        ) : (
          <Text size="sm">{t(domains.length > 0 ? 'notLooked' : 'noDomain')}</Text>
        )}
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {bounceAddress
            ? t('bounces', { address: `${bounceAddress.slice(0, at)}+…${bounceAddress.slice(at)}` })
            : t('noBounces')}
        </Text>
        {domains.length > 0 && (
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {t('domains')}{' '}
            {domains.map(({ id, name }, index) => (
              <Fragment key={id}>
                {index > 0 && ', '}
                <Anchor component={Link} href={paths.domainChecks(id)} size="sm" underline="always">
                  {name}
                </Anchor>
              </Fragment>
            ))}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {t('queue')}
        </Text>
      </Stack>
      <Group gap="xs" mt="sm">
        <LinkButton
          variant="default"
          leftSection={<IconPlugConnected size={16} aria-hidden />}
          href={paths.provider(provider.id, { test: 'now' })}
        >
          {t('test')}
        </LinkButton>
        <LinkButton
          variant="default"
          leftSection={<IconSettings size={16} aria-hidden />}
          href={paths.provider(provider.id, { tab: 'settings' })}
        >
          {t(bounceAddress ? 'settings' : 'setBounces')}
        </LinkButton>
        {domains.length === 0 && (
          <LinkButton
            variant="default"
            leftSection={<IconWorldPlus size={16} aria-hidden />}
            href={paths.domains()}
          >
            {t('addDomain')}
          </LinkButton>
        )}
      </Group>
    </Card>
  );
}
