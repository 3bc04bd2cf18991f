'use client';

import { IconHistory } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { useMoney } from '@/components/layout/money';
import { formatDuration, NOTHING } from '@/components/layout/quantities';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { type Column, DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/table/empty-state';
import { Pager } from '@/components/table/pager';
import { useCursorStack } from '@/components/table/use-cursor-stack';
import type { AiCallView } from '@/lib/ai/log/list';

/** Who asked whom for what, and what it cost; never what was said. */
export function CallsCard() {
  const t = useTranslations('ai.calls');
  const locale = useLocale();
  const money = useMoney('USD');
  const paging = useCursorStack();
  const query = useQuery({
    ...apiQuery('ai-calls', { limit: '20', cursor: paging.cursor }),
    placeholderData: keepPreviousData,
  });
  const job = ({ job: name }: AiCallView) =>
    t.has(`jobs.${name}` as never) ? t(`jobs.${name}` as never) : name;
  const outcome = (row: AiCallView) => t(`outcomes.${row.outcome ?? 'open'}` as never);
  const cost = ({ cost: amount }: AiCallView) => (amount === null ? NOTHING : money(amount));
  const columns: Column<AiCallView>[] = [
    { id: 'job', title: t('job'), render: job },
    { id: 'at', title: t('at'), render: ({ at }) => <Time value={at} /> },
    { id: 'who', title: t('who'), render: ({ actor }) => actor.name },
    { id: 'provider', title: t('provider'), render: ({ provider, model }) => `${provider.name} · ${model}` },
    { id: 'outcome', title: t('outcome'), render: outcome },
    {
      id: 'duration',
      title: t('duration'),
      align: 'right',
      render: ({ durationMs }) => (durationMs === null ? NOTHING : formatDuration(durationMs, locale)),
    },
    { id: 'cost', title: t('cost'), align: 'right', render: cost },
  ];
  return (
    <SectionCard title={t('title')} lead={t('lead')}>
      <DataTable
        label={t('title')}
        query={query}
        columns={columns}
        empty={
          <EmptyState icon={<IconHistory size={22} aria-hidden />} title={t('empty.title')}>
            {t('empty.body')}
          </EmptyState>
        }
        card={(row) => ({
          title: job(row),
          aside: cost(row),
          body: (
            <>
              {row.provider.name} · {outcome(row)} · <Time value={row.at} />
            </>
          ),
        })}
      />
      <Pager paging={paging} nextCursor={query.data?.nextCursor ?? null} />
    </SectionCard>
  );
}
