'use client';

import { Anchor, Group, Paper, Text, Title } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { BigNumber } from '@/components/layout/big-number';
import { paths } from '@/lib/paths';
import type { Costs, Statistics } from '@/lib/statistics/schema';
import { CostsTable } from './costs-table';
import classes from './home.module.css';
import { useFormats } from './use-formats';

/** What today and this month cost, by provider, and what was saved. */
export function CostsCard({ statistics }: { statistics: Statistics }) {
  const t = useTranslations('home.costs');
  const { money, percent } = useFormats(statistics);
  const { costs } = statistics;
  return (
    <section aria-labelledby="costs" className={classes.section}>
      <Title order={2} id="costs" mb="xs">
        {t('title')}
      </Title>
      <Paper withBorder className={classes.costs}>
        {isFree(costs) ? (
          <Group justify="space-between" className={classes.free}>
            <Text size="sm">{t('free')}</Text>
            <Anchor component={Link} href={paths.providers()} size="sm" fw={550}>
              {t('setPrices')}
            </Anchor>
          </Group>
        ) : (
          <>
            <dl className={classes.sums}>
              <Sum label={t('today')} value={money(costs.today)} help={t('todayHelp')} />
              <Sum
                label={t('month')}
                value={money(costs.month)}
                help={Number(costs.fees) > 0 ? t('withFees', { fees: money(costs.fees) }) : t('noFees')}
              />
              {costs.saved && (
                <Sum
                  label={t('saved')}
                  value={money(costs.saved.amount)}
                  help={t(Number(costs.saved.amount) < 0 ? 'savedNotYet' : 'savedHelp', {
                    share: percent(Math.abs(costs.saved.share)),
                    dearest: costs.saved.dearest,
                  })}
                  good={Number(costs.saved.amount) > 0}
                />
              )}
            </dl>
            <CostsTable statistics={statistics} />
          </>
        )}
      </Paper>
    </section>
  );
}

/** Nobody has said what anything costs. */
function isFree({ month, saved }: Costs): boolean {
  return Number(month) === 0 && saved === null;
}

type SumProps = { label: string; value: string; help: string; good?: boolean };

function Sum({ label, value, help, good }: SumProps) {
  return (
    <div>
      <dt>{label}</dt>
      <BigNumber as="dd" tone={good ? 'good' : undefined}>
        {value}
      </BigNumber>
      <dd className={classes.sumHelp}>{help}</dd>
    </div>
  );
}
