'use client';

import { Anchor, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { SectionCard } from '@/components/layout/section-card';
import { QueryState } from '@/components/table/query-state';
import { RowList } from '@/components/table/row-list';
import type { ParkedRow } from '@/lib/backlog/schema';
import { paths } from '@/lib/paths';
import type { ProviderView } from '@/lib/providers/schema';
import { ResendParked } from '../messages/resend-many';
import { PauseProvider } from '../providers/pause-provider';
import { ProviderBadge } from '../providers/provider-badge';
import classes from './queue.module.css';

type Props = { parked: ParkedRow[] };

/** The ways out: each with its brake and with what got stuck on it. */
export function QueueProviders({ parked }: Props) {
  const t = useTranslations('queue.providers');
  const query = useQuery(apiQuery('providers'));
  const withoutProvider = parked.find(({ provider }) => provider === null)?.count ?? 0;
  return (
    <SectionCard title={t('title')}>
      <QueryState query={query}>
        {({ data }) => (
          <RowList>
            {data.map((provider) => (
              <ProviderRow
                key={provider.id}
                provider={provider}
                parked={parked.find((row) => row.provider?.id === provider.id)?.count ?? 0}
              />
            ))}
            {data.length === 0 && (
              <li className={classes.row}>
                <Text size="sm" c="dimmed">
                  {t('none')}
                </Text>
                <Anchor component={Link} size="sm" href={paths.newProvider()}>
                  {t('add')}
                </Anchor>
              </li>
            )}
            {withoutProvider > 0 && (
              <li className={classes.row}>
                <Text size="sm" c="dimmed">
                  {t('withoutProvider', { count: withoutProvider })}
                </Text>
                <Anchor component={Link} size="sm" href={paths.messages({ status: 'parked' })}>
                  {t('showParked')}
                </Anchor>
              </li>
            )}
          </RowList>
        )}
      </QueryState>
    </SectionCard>
  );
}

type RowProps = { provider: ProviderView; parked: number };

function ProviderRow({ provider, parked }: RowProps) {
  const t = useTranslations('queue.providers');
  const { id, name } = provider;
  return (
    <li className={classes.row}>
      <div className={classes.subject}>
        <Group gap="xs">
          <Anchor component={Link} href={paths.provider(id)} className={classes.name}>
            {name}
          </Anchor>
          <ProviderBadge provider={provider} />
        </Group>
        {parked > 0 && (
          <Anchor
            component={Link}
            size="xs"
            className={classes.stuck}
            href={paths.messages({ status: 'parked', provider: name })}
          >
            {t('parked', { count: parked })}
          </Anchor>
        )}
      </div>
      <Group gap="xs">
        {parked > 0 && <ResendParked provider={provider} count={parked} />}
        <PauseProvider provider={provider} inList />
      </Group>
    </li>
  );
}
