'use client';

import { Group, SimpleGrid, Text } from '@mantine/core';
import { IconRefresh, IconStethoscope } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { apiQuery } from '@/components/layout/api';
import { DetailScreen } from '@/components/layout/detail-screen';
import { pollEvery } from '@/components/layout/poll-every';
import { Time } from '@/components/layout/time';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import { EmptyState } from '@/components/table/empty-state';
import { QueryState } from '@/components/table/query-state';
import { AREAS, type DomainHealth } from '@/lib/domains/health/schema';
import type { DomainView } from '@/lib/domains/schema';
import { paths } from '@/lib/paths';
import { checkHealthAction } from '../../actions';
import { AreaCard } from './area-card';
import { HealthBadge } from './health-badge';

/** The job looks once a day. */
const WATCH_MS = 60_000;

/** How a domain and its server stand beside the records of the wizard: what others think of the server, and what mends it. */
export function ChecksScreen({ id }: { id: string }) {
  const t = useTranslations('domainHealth');
  const query = useQuery(apiQuery('domains/[id]', { id }));
  return (
    <DetailScreen
      query={query}
      kind={t('short')}
      back={{ href: paths.domain(id), label: query.data?.shownName ?? t('short') }}
      head={(domain) => ({
        title: t('title', { domain: domain.shownName }),
        state: t('lead'),
        actions: <CheckNow domain={domain} />,
      })}
    >
      {(domain) => <Found id={domain.id} />}
    </DetailScreen>
  );
}

function CheckNow({ domain }: { domain: DomainView }) {
  const t = useTranslations('domainHealth');
  const locked = useLocked('domains.write', domain);
  const check = useAction(checkHealthAction, { invalidates: ['domains'], success: t('done') });
  return (
    <ReasonedButton
      leftSection={<IconRefresh size={16} aria-hidden />}
      loading={check.pending}
      disabledReason={locked}
      onClick={() => void check.run({ id: domain.id })}
    >
      {t('check')}
    </ReasonedButton>
  );
}

function Found({ id }: { id: string }) {
  const t = useTranslations('domainHealth');
  const query = useQuery({
    ...apiQuery('domains/[id]/checks', { id }),
    refetchInterval: pollEvery(WATCH_MS),
  });
  return (
    <QueryState query={query}>
      {(health) =>
        health.checkedAt === null ? (
          <EmptyState icon={<IconStethoscope size={24} />} title={t('empty.title')}>
            {t('empty.body')}
          </EmptyState>
        ) : (
          <Areas health={health} checkedAt={health.checkedAt} />
        )
      }
    </QueryState>
  );
}

function Areas({ health, checkedAt }: { health: DomainHealth; checkedAt: string }) {
  const t = useTranslations('domainHealth');
  const areas = AREAS.filter((area) => health.items.some((item) => item.area === area));
  return (
    <>
      <Group gap="sm">
        <HealthBadge state={health.state} />
        <Text size="sm" c="dimmed">
          {t.rich('checkedAt', { time: () => <Time value={checkedAt} /> })}
        </Text>
      </Group>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
        {areas.map((area) => (
          <AreaCard key={area} area={area} items={health.items.filter((item) => item.area === area)} />
        ))}
      </SimpleGrid>
    </>
  );
}
