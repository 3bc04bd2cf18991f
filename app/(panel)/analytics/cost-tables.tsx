'use client';

import { SimpleGrid } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { NOTHING } from '@/components/layout/quantities';
import { SectionCard } from '@/components/layout/section-card';
import type { MonthCosts, ProviderMonth } from '@/lib/metrics/schema';
import { paths } from '@/lib/paths';
import { useFormats } from '../home/use-formats';
import { behind } from './behind';
import { FigureTable } from './figure-table';
import type { Cell, Sheet } from './sheet';
import { SheetActions } from './sheet-actions';

/** Provider by provider, and each of them as if it had carried all. */
export function CostTables({ costs }: { costs: MonthCosts }) {
  const t = useTranslations('analytics.costs');
  const { count, percent, money } = useFormats(costs);
  const amount = (value: string | null): Cell => ({
    text: value === null ? NOTHING : money(value),
    raw: value,
  });
  const budgetOf = ({ budget }: ProviderMonth): Cell => {
    if (!budget || budget.share === null) return { text: NOTHING, raw: null };
    const words = { share: percent(budget.share), monthly: money(budget.monthly) };
    return { text: t(budget.exceeded ? 'budgetOver' : 'budgetOf', words), raw: budget.share };
  };
  const providers: Sheet = {
    label: t('providers'),
    columns: [
      t('provider'),
      t('recipients'),
      t('each'),
      t('messages'),
      t('fee'),
      t('total'),
      t('perDelivered'),
      t('forecast'),
      t('budget'),
    ],
    rows: costs.providers.map((row) => {
      const name = row.provider?.name ?? t('gone');
      const sent = row.provider && behind('sent', costs, { provider: row.provider.name });
      return {
        key: row.provider?.id ?? 'gone',
        cells: [
          { text: name, raw: name, href: row.provider ? paths.provider(row.provider.id) : undefined },
          { text: count(row.recipients), raw: row.recipients, href: sent || undefined },
          ...[row.costPerMessage, row.messages, row.fee, row.total, row.perDelivered, row.forecast].map(
            amount,
          ),
          budgetOf(row),
        ],
      };
    }),
  };
  const instead: Sheet = {
    label: t('instead'),
    columns: [t('provider'), t('insteadTotal'), t('insteadSaved'), t('share')],
    rows: costs.instead.map(({ provider, total, saved, share }) => ({
      key: provider.id,
      cells: [
        { text: provider.name, raw: provider.name },
        amount(total),
        amount(saved),
        { text: percent(share), raw: share },
      ],
    })),
  };
  return (
    <SimpleGrid cols={{ base: 1, xl: 2 }} spacing="lg">
      <SectionCard
        title={providers.label}
        actions={<SheetActions title={providers.label} sheet={providers} />}
      >
        <FigureTable sheet={providers} />
      </SectionCard>
      {instead.rows.length > 0 && (
        <SectionCard
          title={instead.label}
          lead={t('insteadLead')}
          actions={<SheetActions title={instead.label} sheet={instead} />}
        >
          <FigureTable sheet={instead} />
        </SectionCard>
      )}
    </SimpleGrid>
  );
}
