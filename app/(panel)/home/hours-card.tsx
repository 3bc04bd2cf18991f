'use client';

import { ActionIcon, Group, Paper, ScrollArea, Skeleton, Table, Text, Title, Tooltip } from '@mantine/core';
import { useToggle } from '@mantine/hooks';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import type { HourFigures, Statistics } from '@/lib/statistics/schema';
import home from './home.module.css';
import classes from './hours.module.css';
import { SERIES } from './series';
import { useFormats } from './use-formats';

/** The chart's library is large; the page does not wait for it. */
const HoursChart = dynamic(() => import('./hours-chart').then((module) => module.HoursChart), {
  ssr: false,
  loading: () => <Skeleton height="100%" />,
});

/** The last 24 hours as bars, or as the same figures in a table. */
export function HoursCard({ statistics }: { statistics: Statistics }) {
  const t = useTranslations('home.hours');
  const { count, moment } = useFormats(statistics);
  const [view, toggle] = useToggle(['chart', 'table'] as const);
  const { hours } = statistics;
  const totals = {
    sent: sum(hours, 'sent'),
    captured: sum(hours, 'captured'),
    failed: sum(hours, 'failed'),
    parked: sum(hours, 'parked'),
  };
  const isEmpty = SERIES.every(({ key }) => totals[key] === 0);
  const other = view === 'chart' ? 'table' : 'chart';
  return (
    <Paper withBorder component="section" aria-labelledby="hours" className={home.card}>
      <Group justify="space-between" wrap="nowrap" align="flex-start" mb="sm">
        <div>
          <Title order={3} id="hours">
            {t('title')}
          </Title>
          <ul className={classes.legend}>
            {SERIES.map(({ key, color }) => (
              <li key={key}>
                <span className={classes.swatch} style={{ background: color }} aria-hidden />
                {t(key, { count: totals[key] })}
              </li>
            ))}
          </ul>
        </div>
        <Tooltip label={t(`show.${other}`)}>
          <ActionIcon onClick={() => toggle()} aria-label={t(`show.${other}`)}>
            {view === 'chart' ? <IconTable size={18} /> : <IconChartBar size={18} />}
          </ActionIcon>
        </Tooltip>
      </Group>
      {view === 'table' ? (
        <HoursTable hours={hours} moment={moment} count={count} />
      ) : (
        <div role="img" aria-label={t('summary', totals)} className={classes.chart}>
          <div className={classes.canvas}>
            <HoursChart statistics={statistics} />
          </div>
          {isEmpty && (
            <Text size="sm" c="dimmed" className={classes.nothing}>
              {t('empty')}
            </Text>
          )}
        </div>
      )}
    </Paper>
  );
}

type TableProps = { hours: HourFigures[]; moment: (iso: string) => string; count: (value: number) => string };

function HoursTable({ hours, moment, count }: TableProps) {
  const t = useTranslations('home.hours');
  return (
    <ScrollArea.Autosize mah={230} type="auto" viewportProps={{ tabIndex: 0, 'aria-label': t('title') }}>
      <Table verticalSpacing={4} horizontalSpacing={6} stickyHeader className="tabular">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('hour')}</Table.Th>
            {SERIES.map(({ key }) => (
              <Table.Th key={key} ta="right">
                {t(`names.${key}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {hours.toReversed().map((hour) => (
            <Table.Tr key={hour.at}>
              <Table.Td>{moment(hour.at)}</Table.Td>
              {SERIES.map(({ key }) => (
                <Table.Td key={key} ta="right">
                  {count(hour[key])}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  );
}

function sum(hours: HourFigures[], key: (typeof SERIES)[number]['key']): number {
  return hours.reduce((total, hour) => total + hour[key], 0);
}
