'use client';

import { SegmentedControl, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { GroupsCard } from '@/app/(panel)/analytics/groups-card';
import { apiQuery } from '@/components/layout/api';
import { QueryState } from '@/components/table/query-state';

const HOURS = { '24h': 24, '7d': 168, '30d': 720 } as const;
type Span = keyof typeof HOURS;

/** What became of its messages, channel by channel, and what they cost. */
export function ChannelFigures({ type }: { type: string }) {
  const t = useTranslations('notifications.figures');
  const [span, setSpan] = useState<Span>('7d');
  const from = useMemo(() => new Date(Date.now() - HOURS[span] * 3_600_000).toISOString(), [span]);
  const query = useQuery(apiQuery('metrics', { from, type, by: 'channel' }));
  return (
    <Stack gap="xs">
      <SegmentedControl
        size="xs"
        w="fit-content"
        aria-label={t('span')}
        value={span}
        onChange={(value) => setSpan(value as Span)}
        data={Object.keys(HOURS).map((value) => ({ value, label: t(`spans.${value as Span}`) }))}
      />
      <QueryState query={query}>
        {(metrics) => (
          <GroupsCard by="channel" metrics={metrics} filters={{ provider: null, category: null }} />
        )}
      </QueryState>
    </Stack>
  );
}
