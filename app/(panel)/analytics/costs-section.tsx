'use client';

import { Group, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { parseAsString, useQueryState } from 'nuqs';
import { apiQuery } from '@/components/layout/api';
import { FigureCard } from '@/components/layout/figure-card';
import { NOTHING } from '@/components/layout/quantities';
import { QueryState } from '@/components/table/query-state';
import type { MonthCosts } from '@/lib/metrics/schema';
import { useFormats } from '../home/use-formats';
import { CostTables } from './cost-tables';

const MONTH = /^20\d\d-(0[1-9]|1[0-2])$/;

/** What a month costs, what it will, and what it would through one provider alone. */
export function CostsSection() {
  const t = useTranslations('analytics.costs');
  const [month, choose] = useQueryState('month', parseAsString.withDefault(''));
  const query = useQuery({
    ...apiQuery('metrics/costs', { month: MONTH.test(month) ? month : undefined }),
    placeholderData: keepPreviousData,
  });
  return (
    <Stack gap="sm" component="section" aria-label={t('title')}>
      <Group justify="space-between" align="flex-end">
        <div>
          <Title order={2}>{t('title')}</Title>
          <Text size="sm" c="dimmed">
            {t('lead')}
          </Text>
        </div>
        <TextInput
          type="month"
          size="xs"
          aria-label={t('month')}
          value={month || query.data?.month || ''}
          onChange={(event) => void choose(event.currentTarget.value || null)}
        />
      </Group>
      <QueryState query={query}>
        {(costs) =>
          costs.providers.length > 0 ? <Shown costs={costs} /> : <Text c="dimmed">{t('nothing')}</Text>
        }
      </QueryState>
    </Stack>
  );
}

function Shown({ costs }: { costs: MonthCosts }) {
  const t = useTranslations('analytics.costs');
  const { money, count, percent } = useFormats(costs);
  const { totals, instead } = costs;
  const [dearest] = instead;
  return (
    <Stack gap="lg">
      <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="sm">
        <FigureCard label={t('total')} value={money(totals.total)}>
          {t('totalOf', { messages: money(totals.messages), fees: money(totals.fees) })}
        </FigureCard>
        <FigureCard
          label={t('perDelivered')}
          value={totals.perDelivered === null ? NOTHING : money(totals.perDelivered)}
        >
          {t('perDeliveredOf', { sent: count(totals.sent) })}
        </FigureCard>
        <FigureCard label={t('forecast')} value={totals.forecast === null ? NOTHING : money(totals.forecast)}>
          {t(totals.forecast === null ? 'forecastNone' : 'forecastOf')}
        </FigureCard>
        <FigureCard label={t('saved')} value={dearest ? money(dearest.saved) : NOTHING}>
          {dearest
            ? t('savedOf', {
                share: percent(dearest.share),
                total: money(dearest.total),
                provider: dearest.provider.name,
              })
            : t('savedNone')}
        </FigureCard>
      </SimpleGrid>
      <CostTables costs={costs} />
    </Stack>
  );
}
