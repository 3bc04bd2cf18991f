'use client';

import { Group, Stack, Text } from '@mantine/core';
import { IconRefresh, IconServer2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/form/link-button';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { apiQuery } from '@/components/layout/api';
import { pollEvery } from '@/components/layout/poll-every';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import { EmptyState } from '@/components/table/empty-state';
import { QueryState } from '@/components/table/query-state';
import type { OwnServersView } from '@/lib/domains/servers/schema';
import { paths } from '@/lib/paths';
import { checkServersAction } from './actions';
import { AddressCard } from './address-card';
import { ServerCard } from './server-card';

/** The job looks once a day. */
const WATCH_MS = 60_000;

/** How the servers stand that are there already, each thing with what mends it. */
export function Servers() {
  const t = useTranslations('ownServer.state');
  const query = useQuery({ ...apiQuery('own-servers'), refetchInterval: pollEvery(WATCH_MS) });
  return (
    <QueryState query={query}>
      {(view) => (
        <SectionCard
          title={t('title')}
          lead={t('lead')}
          actions={view.servers.some(({ domains }) => domains.length > 0) && <CheckNow />}
        >
          {view.servers.length === 0 ? <None /> : <Found view={view} />}
        </SectionCard>
      )}
    </QueryState>
  );
}

function None() {
  const t = useTranslations('ownServer.state.none');
  const locked = useLocked('providers.write');
  return (
    <EmptyState
      icon={<IconServer2 size={22} aria-hidden />}
      title={t('title')}
      action={
        <LinkButton
          variant="default"
          href={paths.newProvider({ preset: 'smtp.own' })}
          disabledReason={locked}
        >
          {t('add')}
        </LinkButton>
      }
    >
      {t('body')}
    </EmptyState>
  );
}

function CheckNow() {
  const t = useTranslations('ownServer.state');
  const locked = useLocked('domains.write');
  const check = useAction(checkServersAction, {
    invalidates: ['own-servers', 'domains'],
    success: t('checked'),
  });
  return (
    <ReasonedButton
      variant="default"
      leftSection={<IconRefresh size={16} aria-hidden />}
      loading={check.pending}
      disabledReason={locked}
      onClick={() => void check.run({})}
    >
      {t('check')}
    </ReasonedButton>
  );
}

function Found({ view: { servers, addresses, checkedAt } }: { view: OwnServersView }) {
  const t = useTranslations('ownServer.state');
  return (
    <Stack gap="md">
      {checkedAt && (
        <Group>
          <Text size="sm" c="dimmed">
            {t.rich('checkedAt', { time: () => <Time value={checkedAt} /> })}
          </Text>
        </Group>
      )}
      {servers.map((server) => (
        <ServerCard key={server.provider.id} server={server} />
      ))}
      {addresses.map((address) => (
        <AddressCard key={address.address} address={address} />
      ))}
    </Stack>
  );
}
