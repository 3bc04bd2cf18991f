'use client';

import { Anchor, Badge, Code, Group, Text } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { apiQuery } from '@/components/layout/api';
import { useMode } from '@/components/layout/mode';
import { Time } from '@/components/layout/time';
import { type Column, DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/table/empty-state';
import { paths } from '@/lib/paths';
import type { TokenView } from '@/lib/tokens/schema';
import { RevokeToken } from './revoke-token';
import { TokenBadge } from './token-badge';
import { useDeeds } from './use-deeds';

type Props = { create: ReactNode };

export function TokenTable({ create }: Props) {
  const t = useTranslations('tokens');
  const query = useQuery(apiQuery('tokens'));
  const revoke = (token: TokenView) => <RevokeToken token={token} compact />;
  const columns: Column<TokenView>[] = [
    { id: 'name', title: t('columns.name'), render: (token) => <Name token={token} /> },
    { id: 'state', title: t('columns.state'), width: 130, render: (token) => <TokenBadge token={token} /> },
    { id: 'scopes', title: t('columns.scopes'), render: (token) => <Scopes token={token} /> },
    {
      id: 'expiresAt',
      title: t('columns.expires'),
      width: 130,
      render: ({ expiresAt }) => (expiresAt ? <Time value={expiresAt} /> : t('never')),
    },
    {
      id: 'lastUsedAt',
      title: t('columns.lastUsed'),
      width: 140,
      render: ({ lastUsedAt }) => (lastUsedAt ? <Time value={lastUsedAt} /> : t('unused')),
    },
    { id: 'actions', title: t('columns.actions'), align: 'right', width: 120, render: revoke },
  ];
  return (
    <DataTable
      label={t('title')}
      query={query}
      columns={columns}
      empty={
        <EmptyState icon={<IconKey size={22} />} title={t('empty.title')} action={create}>
          {t('empty.body')}
        </EmptyState>
      }
      card={(token) => ({
        title: <Name token={token} />,
        aside: <TokenBadge token={token} />,
        body: (
          <Group justify="space-between" align="flex-end">
            <Scopes token={token} />
            {revoke(token)}
          </Group>
        ),
      })}
    />
  );
}

function Name({ token }: { token: TokenView }) {
  const t = useTranslations('tokens.kinds');
  return (
    <>
      <Group gap="xs">
        <Anchor component={Link} href={paths.token(token.id)} size="sm" fw={550}>
          {token.name}
        </Anchor>
        {token.kind === 'test' && <Badge variant="outline">{t('test')}</Badge>}
      </Group>
      <Text size="xs" c="dimmed" ff="monospace" style={{ whiteSpace: 'nowrap' }}>
        {token.masked}
      </Text>
    </>
  );
}

/** In words; a technician has the names that programs use. */
function Scopes({ token }: { token: TokenView }) {
  const deeds = useDeeds();
  const { technical } = useMode();
  if (!technical)
    return (
      <Text size="sm" lineClamp={3} title={deeds(token.scopes)}>
        {deeds(token.scopes)}
      </Text>
    );
  return (
    <Group gap={4}>
      {token.scopes.map((scope) => (
        <Code key={scope}>{scope}</Code>
      ))}
    </Group>
  );
}
