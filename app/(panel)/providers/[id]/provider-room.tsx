'use client';

import { useTranslations } from 'next-intl';
import { SectionCard } from '@/components/layout/section-card';
import { QueryState } from '@/components/table/query-state';
import { RowList } from '@/components/table/row-list';
import type { ProviderView } from '@/lib/providers/schema';
import type { Statistics } from '@/lib/statistics/schema';
import { useStatistics } from '../../home/use-statistics';
import { BudgetBar, LimitBar } from '../room-bar';

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
  const standing = statistics.providers.find((each) => each.id === id);
  if (!standing) return null;
  const { limits, budget } = standing;
  return (
    <RowList>
      {limits.map((use) => (
        <li key={use.unit}>
          <LimitBar use={use} place={statistics} />
        </li>
      ))}
      {budget && (
        <li>
          <BudgetBar use={budget} place={statistics} />
        </li>
      )}
    </RowList>
  );
}
