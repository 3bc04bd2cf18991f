'use client';

import { Code, Group, Text } from '@mantine/core';
import { IconBan, IconCircleCheck, IconClockOff, IconKey } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { apiQuery } from '@/components/layout/api';
import { useConfirm } from '@/components/layout/confirm';
import { Time } from '@/components/layout/time';
import { useAction } from '@/components/layout/use-action';
import { type Column, DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/table/empty-state';
import { StateBadge } from '@/components/table/state-badge';
import type { TokenView } from '@/lib/tokens/schema';
import { revokeTokenAction } from './actions';

type Props = { create: ReactNode; disabledReason: string | null };

export function TokenTable({ create, disabledReason }: Props) {
  const t = useTranslations('tokens');
  const query = useQuery(apiQuery('tokens'));
  const revoke = (token: TokenView) => <Revoke token={token} disabledReason={disabledReason} />;
  const columns: Column<TokenView>[] = [
    { id: 'name', title: t('columns.name'), render: (token) => <Name token={token} /> },
    { id: 'state', title: t('columns.state'), width: 130, render: (token) => <State token={token} /> },
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
        aside: <State token={token} />,
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
  return (
    <>
      <Text size="sm" fw={550}>
        {token.name}
      </Text>
      <Text size="xs" c="dimmed" ff="monospace" style={{ whiteSpace: 'nowrap' }}>
        {token.masked}
      </Text>
    </>
  );
}

function Scopes({ token }: { token: TokenView }) {
  return (
    <Group gap={4}>
      {token.scopes.map((scope) => (
        <Code key={scope}>{scope}</Code>
      ))}
    </Group>
  );
}

function State({ token }: { token: TokenView }) {
  const t = useTranslations('tokens.states');
  const state = stateOf(token);
  const { tone, icon } = STATES[state];
  return (
    <StateBadge tone={tone} icon={icon}>
      {t(state)}
    </StateBadge>
  );
}

const STATES = {
  active: { tone: 'good', icon: IconCircleCheck },
  expired: { tone: 'quiet', icon: IconClockOff },
  revoked: { tone: 'quiet', icon: IconBan },
} as const;

function stateOf({ revokedAt, expiresAt }: TokenView): keyof typeof STATES {
  if (revokedAt) return 'revoked';
  return expiresAt && Date.parse(expiresAt) <= Date.now() ? 'expired' : 'active';
}

function Revoke({ token, disabledReason }: { token: TokenView; disabledReason: string | null }) {
  const t = useTranslations('tokens.revoke');
  const confirm = useConfirm();
  const { run, pending } = useAction(revokeTokenAction, { invalidates: ['tokens'], success: t('done') });
  if (token.revokedAt) return null;
  const ask = async () => {
    const { name, id } = token;
    const question = { title: t('title', { name }), body: t('body') };
    const answers = { confirmLabel: t('confirm'), keepLabel: t('keep') };
    if (await confirm({ ...question, ...answers, danger: true })) await run({ id });
  };
  return (
    <ReasonedButton
      size="compact-sm"
      variant="default"
      loading={pending}
      onClick={ask}
      disabledReason={disabledReason}
    >
      {t('action')}
    </ReasonedButton>
  );
}
