'use client';

import { Anchor, Card, Group, Stack, Text } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { paths } from '@/lib/paths';
import type { ProviderView } from '@/lib/providers/schema';
import { ProviderBadge } from './provider-badge';
import classes from './provider-card.module.css';
import { ProviderNextStep } from './provider-next-step';
import { ProviderStanding } from './provider-standing';
import { ProviderTurn } from './provider-turn';
import { isSlowed, SlowedText } from './slowed-text';

type Props = {
  provider: ProviderView;
  all: ProviderView[];
  /** Its figures and limits, below how it stands. */
  figures?: ReactNode;
};

export function ProviderCard({ provider, all, figures }: Props) {
  const t = useTranslations('providers');
  return (
    <Card component="article" className={classes.card} aria-label={provider.name}>
      <Stack gap="sm" h="100%">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <div className={classes.name}>
            <Anchor component={Link} href={paths.provider(provider.id)} className={classes.link}>
              {provider.name}
            </Anchor>
            <Text size="sm" c="dimmed" truncate>
              {address(provider) ?? kindName(t, provider.kind)}
            </Text>
          </div>
          <ProviderBadge provider={provider} />
        </Group>
        <Text size="sm">
          <ProviderStanding provider={provider} />
          {provider.active && isSlowed(provider.health) && (
            <>
              {' '}
              <SlowedText pace={provider.health.pace} short />
            </>
          )}
        </Text>
        {figures}
        <Group justify="space-between" className={classes.foot}>
          <ProviderTurn provider={provider} all={all} />
          <ProviderNextStep provider={provider} />
        </Group>
      </Stack>
    </Card>
  );
}

function kindName(t: ReturnType<typeof useTranslations<'providers'>>, kind: string): string {
  const key = `kinds.${kind}`;
  return t.has(key) ? t(key) : kind;
}

/** `mail.example.com:587`, for those kinds that have a host. */
function address({ settings }: ProviderView): string | null {
  return typeof settings.host === 'string' ? `${settings.host}:${settings.port}` : null;
}
