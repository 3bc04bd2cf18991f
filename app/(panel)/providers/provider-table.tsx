'use client';

import { Text } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useMoney } from '@/components/layout/money';
import { NOTHING } from '@/components/layout/quantities';
import { Time } from '@/components/layout/time';
import { type Column, DataTable } from '@/components/table/data-table';
import { paths } from '@/lib/paths';
import type { ProviderView } from '@/lib/providers/schema';
import { LimitsText } from './limits-text';
import { ProviderBadge } from './provider-badge';
import { inSendingOrder } from './provider-state';

type Props = {
  query: { data: { data: ProviderView[] } | undefined; error: unknown; refetch: () => unknown };
  empty: ReactNode;
};

/** Every provider with every figure, for a technician. */
export function ProviderTable({ query, empty }: Props) {
  const t = useTranslations('providers');
  const money = useMoney();
  const columns: Column<ProviderView>[] = [
    { id: 'name', title: t('columns.name'), render: (provider) => provider.name },
    { id: 'state', title: t('columns.state'), render: (provider) => <ProviderBadge provider={provider} /> },
    {
      id: 'lately',
      title: t('columns.lately'),
      align: 'right',
      render: (provider) => <Lately {...provider} />,
    },
    { id: 'channel', title: t('columns.channel'), render: (provider) => provider.channel },
    { id: 'kind', title: t('columns.kind'), render: kindOf },
    { id: 'server', title: t('columns.server'), render: (provider) => <Mono>{serverOf(provider)}</Mono> },
    { id: 'sender', title: t('columns.sender'), render: (provider) => provider.fromEmail ?? NOTHING },
    { id: 'categories', title: t('columns.categories'), render: ({ categories }) => categories.join(', ') },
    { id: 'limits', title: t('columns.limits'), render: (provider) => <LimitsText provider={provider} /> },
    { id: 'priority', title: t('columns.priority'), align: 'right', render: (provider) => provider.priority },
    { id: 'fallback', title: t('columns.fallback'), render: (provider) => provider.fallback ?? NOTHING },
    {
      id: 'cost',
      title: t('columns.cost'),
      align: 'right',
      render: (provider) => money(provider.costPerMessage),
    },
    { id: 'fee', title: t('columns.fee'), align: 'right', render: (provider) => money(provider.monthlyFee) },
    { id: 'weight', title: t('columns.weight'), align: 'right', render: weightOf },
    { id: 'keys', title: t('columns.keys'), render: (provider) => <Mono>{secretsOf(provider)}</Mono> },
    { id: 'lastTest', title: t('columns.lastTest'), render: lastTestOf },
  ];
  const sorted = { ...query, data: query.data && { data: inSendingOrder(query.data.data) } };
  return (
    <DataTable
      label={t('title')}
      query={sorted}
      columns={columns}
      rowHref={(provider) => paths.provider(provider.id)}
      empty={empty}
      card={(provider) => ({
        title: provider.name,
        aside: <ProviderBadge provider={provider} />,
        body: (
          <>
            <Mono>{serverOf(provider)}</Mono> · {t('columns.priority')} {provider.priority}
          </>
        ),
      })}
    />
  );
}

function Mono({ children }: { children: ReactNode }) {
  return (
    <Text span size="xs" ff="monospace">
      {children}
    </Text>
  );
}

/** Share of the last attempts in which it was not at fault. */
function Lately({ health: { successRate } }: ProviderView) {
  const format = useFormatter();
  return successRate === null ? NOTHING : format.number(successRate, { style: 'percent' });
}

/** `10`, or `10 × 90 %` while self-healing keeps a part of it. */
function weightOf({ weight, health: { weightPercent } }: ProviderView): string {
  return weightPercent === 100 ? String(weight) : `${weight} × ${weightPercent} %`;
}

function kindOf({ kind, settings }: ProviderView): string {
  return typeof settings.preset === 'string' ? `${kind} · ${settings.preset}` : kind;
}

function serverOf({ settings }: ProviderView): string {
  if (typeof settings.host === 'string') return `${settings.host}:${settings.port}`;
  const known = [settings.endpoint, settings.domain, settings.region, settings.behaviour];
  return known.filter((value) => typeof value === 'string').join(' · ') || NOTHING;
}

/** `apiKey ••••wxyz`, as far as a secret shows its end. */
function secretsOf({ secrets }: ProviderView): string {
  return (
    Object.entries(secrets)
      .map(([name, { last4 }]) => `${name} ••••${last4}`)
      .join(', ') || NOTHING
  );
}

function lastTestOf({ lastTest }: ProviderView): ReactNode {
  if (!lastTest) return NOTHING;
  return (
    <>
      <Time value={lastTest.at} />
      {lastTest.cause && <Mono> · {lastTest.cause}</Mono>}
    </>
  );
}
