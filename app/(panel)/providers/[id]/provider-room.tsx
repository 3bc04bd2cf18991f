'use client';

import { Group, Progress, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { SectionCard } from '@/components/layout/section-card';
import { QueryState } from '@/components/table/query-state';
import { RowList } from '@/components/table/row-list';
import type { ProviderView } from '@/lib/providers/schema';
import type { Statistics } from '@/lib/statistics/schema';
import { useFormats } from '../../home/use-formats';
import { useStatistics } from '../../home/use-statistics';

/** How much of its limits and its budget is used, and until when the rest will last; nothing for a provider without any. */
export function ProviderRoom({ provider }: { provider: ProviderView }) {
  const t = useTranslations('providers.room');
  const query = useStatistics();
  if (!isBounded(provider)) return null;
  return (
    <SectionCard title={t('title')}>
      <QueryState query={query}>
        {(statistics) => <Rooms id={provider.id} statistics={statistics} />}
      </QueryState>
    </SectionCard>
  );
}

export function isBounded({ limits, budget }: ProviderView): boolean {
  // A pace is never used up.
  const { second: _pace, ...windows } = limits;
  return Object.keys(windows).length > 0 || budget !== null;
}

function Rooms({ id, statistics }: { id: string; statistics: Statistics }) {
  const t = useTranslations('providers.room');
  const { count, money } = useFormats(statistics);
  const standing = statistics.providers.find((each) => each.id === id);
  if (!standing) return null;
  const { limits, budget } = standing;
  return (
    <RowList>
      {limits.map((use) => (
        <Room
          key={use.unit}
          title={t(use.unit)}
          used={t('used', { used: count(use.used), limit: count(use.limit) })}
          share={use.used / use.limit}
          full={use.used >= use.capacity}
          kept={use.limit - use.capacity}
          ends={use}
          statistics={statistics}
        />
      ))}
      {budget && (
        <Room
          title={t('budget')}
          used={t('used', { used: money(budget.used), limit: money(budget.monthly) })}
          share={Number(budget.used) / Number(budget.monthly) || 0}
          full={budget.usedUp}
          kept={0}
          ends={budget}
          statistics={statistics}
        />
      )}
    </RowList>
  );
}

type RoomProps = {
  title: string;
  used: string;
  share: number;
  full: boolean;
  /** What is left of it for urgent messages alone. */
  kept: number;
  ends: { endsAt: string; forecastAt: string | null };
  statistics: Statistics;
};

function Room({ title, used, share, full, kept, ends, statistics }: RoomProps) {
  const t = useTranslations('providers.room');
  const { when } = useFormats(statistics);
  const { endsAt, forecastAt } = ends;
  const renewal = t('renews', { when: when(endsAt) });
  const state = full
    ? t(kept > 0 ? 'kept' : 'full', { kept })
    : forecastAt && t('forecast', { when: when(forecastAt) });
  return (
    <li>
      <Group justify="space-between" gap="sm">
        <Text size="sm" fw={550}>
          {title}
        </Text>
        <Text size="sm" className="tabular">
          {used}
        </Text>
      </Group>
      <Progress
        value={Math.min(100, share * 100)}
        size="sm"
        my={6}
        aria-label={`${title}: ${used}`}
        color={full || forecastAt ? 'var(--relevo-warn)' : undefined}
      />
      <Text size="xs" c="dimmed">
        {[state, renewal].filter(Boolean).join(' ')}
      </Text>
    </li>
  );
}
