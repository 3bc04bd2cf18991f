'use client';

import { Anchor, Progress, Table, Text } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { NOTHING } from '@/components/layout/quantities';
import { paths } from '@/lib/paths';
import type { ProviderCost, Statistics } from '@/lib/statistics/schema';
import classes from './home.module.css';
import { type Formats, useFormats } from './use-formats';

const NEAR_PERCENT = 90;

/** One line for each provider that sent or kept something, has a fee or a budget. */
export function CostsTable({ statistics }: { statistics: Statistics }) {
  const t = useTranslations('home.costs');
  const formats = useFormats(statistics);
  const rows = statistics.costs.providers.filter(
    ({ sent, captured, month, budget }) => sent + captured > 0 || Number(month) > 0 || budget,
  );
  if (rows.length === 0) return null;
  return (
    <Table className={classes.costTable} aria-label={t('byProvider')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('provider')}</Table.Th>
          <Table.Th ta="right">{t('sent')}</Table.Th>
          <Table.Th ta="right" className={classes.wide}>
            {t('today')}
          </Table.Th>
          <Table.Th ta="right">{t('month')}</Table.Th>
          <Table.Th className={classes.wide}>{t('budget')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody className="tabular">
        {rows.map((row) => (
          <Row key={row.id ?? 'gone'} row={row} formats={formats} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Row({ row, formats }: { row: ProviderCost; formats: Formats }) {
  const t = useTranslations('home.costs');
  const { money, count } = formats;
  const { id, name, sent, captured, today, month, fee, budget } = row;
  return (
    <Table.Tr>
      <Table.Td>
        {id ? (
          <Anchor component={Link} href={paths.provider(id)} className={classes.providerName}>
            {name}
          </Anchor>
        ) : (
          t('gone')
        )}
      </Table.Td>
      <Table.Td ta="right">
        {sent > 0 || captured === 0 ? count(sent) : NOTHING}
        {captured > 0 && (
          <Text size="xs" c="dimmed">
            {t('captured', { count: captured })}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right" className={classes.wide}>
        {money(today)}
      </Table.Td>
      <Table.Td ta="right">
        {money(month)}
        {Number(fee) > 0 && (
          <Text size="xs" c="dimmed" className={classes.wide}>
            {t('ofWhichFee', { fee: money(fee) })}
          </Text>
        )}
      </Table.Td>
      <Table.Td className={classes.wide}>
        {budget ? <Budget budget={budget} money={money} /> : <Text c="dimmed">{NOTHING}</Text>}
      </Table.Td>
    </Table.Tr>
  );
}

function Budget({ budget, money }: { budget: NonNullable<ProviderCost['budget']>; money: Formats['money'] }) {
  const t = useTranslations('home.costs');
  const percent = Math.min(100, Math.round((Number(budget.used) / Number(budget.monthly)) * 100) || 0);
  const text = t('ofBudget', { used: money(budget.used), monthly: money(budget.monthly) });
  return (
    <>
      <Text size="xs" c="dimmed" mb={4}>
        {text}
      </Text>
      <Progress
        value={percent}
        size="sm"
        aria-label={text}
        color={percent >= NEAR_PERCENT ? 'var(--relevo-warn)' : undefined}
      />
    </>
  );
}
