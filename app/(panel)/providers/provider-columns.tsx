'use client';

import { Text } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useMoney } from '@/components/layout/money';
import { formatPercent, NOTHING } from '@/components/layout/quantities';
import { Time } from '@/components/layout/time';
import type { Column } from '@/components/table/data-table';
import type { Points } from '@/lib/metrics/schema';
import type { ProviderView } from '@/lib/providers/schema';
import { isSandbox } from './is-sandbox';
import { LimitsText } from './limits-text';
import { ProviderBadge } from './provider-badge';
import { SEVEN, useSevenFigures } from './seven-figures';
import { useLately } from './use-lately';

/** In the order in which they stand. */
export const PROVIDER_COLUMNS = [
  'name',
  'state',
  ...SEVEN,
  'lately',
  'limits',
  'priority',
  'weight',
  'fallback',
  'perMessage',
  'fee',
  'kind',
  'channel',
  'server',
  'sender',
  'categories',
  'keys',
  'lastTest',
] as const;
export type ProviderColumn = (typeof PROVIDER_COLUMNS)[number];

/** As many as a screen of 1440 pixels holds. */
export const USUAL_COLUMNS: ProviderColumn[] = ['name', 'state', ...SEVEN, 'lastTest'];

type Known = { period: Parameters<typeof useSevenFigures>[0]; of: (id: string) => Points | undefined };

/** Everything that can be said of a provider in a cell, each with what exactly it tells. */
export function useProviderColumns(known: Known | null): Record<ProviderColumn, Column<ProviderView>> {
  const t = useTranslations('providers.columns');
  const tSeven = useTranslations('providers.seven');
  const money = useMoney();
  const seven = useSevenFigures(known?.period ?? NO_PERIOD);
  const lately = useLately();
  const plain = (id: ProviderColumn, column: Omit<Column<ProviderView>, 'id' | 'title'>) => ({
    id,
    title: t(id as 'name'),
    ...column,
  });
  const figures = SEVEN.map((id) => ({
    id,
    title: tSeven(`short.${id}`),
    help: `${tSeven(`help.${id}`)} ${tSeven('over.day')}`,
    width: 96,
    align: 'right' as const,
    render: (provider: ProviderView) => {
      const points = known?.of(provider.id);
      const figure = points && seven(points, isSandbox(provider)).find((each) => each.id === id);
      return (
        figure && (
          <span className="tabular">
            {figure.value}
            {figure.chart}
          </span>
        )
      );
    },
  }));
  return {
    name: plain('name', { width: 150, render: ({ name }) => name }),
    state: plain('state', { width: 136, render: (provider) => <ProviderBadge provider={provider} /> }),
    ...(Object.fromEntries(figures.map((column) => [column.id, column])) as Record<
      (typeof SEVEN)[number],
      Column<ProviderView>
    >),
    lately: plain('lately', {
      align: 'right',
      help: lately === null ? undefined : t('latelyHelp', { minutes: lately }),
      render: (provider) => <Lately {...provider} />,
    }),
    limits: plain('limits', { render: (provider) => <LimitsText provider={provider} /> }),
    priority: plain('priority', {
      width: 100,
      align: 'right',
      help: t('priorityHelp'),
      render: ({ priority }) => priority,
    }),
    weight: plain('weight', { align: 'right', help: t('weightHelp'), render: weightOf }),
    fallback: plain('fallback', { help: t('fallbackHelp'), render: ({ fallback }) => fallback ?? NOTHING }),
    perMessage: plain('perMessage', {
      align: 'right',
      help: t('perMessageHelp'),
      render: ({ costPerMessage }) => money(costPerMessage),
    }),
    fee: plain('fee', { align: 'right', render: ({ monthlyFee }) => money(monthlyFee) }),
    kind: plain('kind', { render: kindOf }),
    channel: plain('channel', { render: ({ channel }) => channel }),
    server: plain('server', { render: (provider) => <Mono>{serverOf(provider)}</Mono> }),
    sender: plain('sender', { render: ({ fromEmail }) => fromEmail ?? NOTHING }),
    categories: plain('categories', { render: ({ categories }) => categories.join(', ') }),
    keys: plain('keys', { render: (provider) => <Mono>{secretsOf(provider)}</Mono> }),
    lastTest: plain('lastTest', {
      width: 150,
      help: t('lastTestHelp'),
      render: (provider) => <LastTest {...provider} />,
    }),
  };
}

/** Nothing is drawn of it: until the figures are there, their cells are empty. */
const NO_PERIOD = { interval: 'day', timeZone: 'UTC', currency: 'USD', from: '', to: '' } as const;

export function Mono({ children }: { children: ReactNode }) {
  return (
    <Text span size="xs" ff="monospace">
      {children}
    </Text>
  );
}

function Lately({ health: { successRate } }: ProviderView) {
  const locale = useLocale();
  return successRate === null ? NOTHING : formatPercent(successRate, locale);
}

/** When, and in words whether it worked; the code of what was wrong for whoever looks it up. */
function LastTest({ lastTest }: ProviderView) {
  const t = useTranslations('providers');
  if (!lastTest) return t('standing.never');
  const cause = `causes.${lastTest.cause ?? 'protocol'}`;
  return (
    <>
      <Text span size="sm" c={lastTest.ok ? undefined : 'var(--mantine-color-error)'}>
        {lastTest.ok ? t('columns.worked') : t.has(cause) ? t(cause) : t('causes.protocol')}
      </Text>
      <Text size="xs" c="dimmed">
        <Time value={lastTest.at} />
        {lastTest.cause && <Mono> · {lastTest.cause}</Mono>}
      </Text>
    </>
  );
}

/** `10`, or `10 × 90 %` while self-healing keeps a part of it. */
function weightOf({ weight, health: { weightPercent } }: ProviderView): string {
  return weightPercent === 100 ? String(weight) : `${weight} × ${weightPercent} %`;
}

function kindOf({ kind, settings }: ProviderView): string {
  return typeof settings.preset === 'string' ? `${kind} · ${settings.preset}` : kind;
}

export function serverOf({ settings }: ProviderView): string {
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
