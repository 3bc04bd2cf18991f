'use client';

import { Box, Group, Text } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { GRID, timeAxis, valueAxis } from '@/components/chart/axes';
import type { ReportDay } from '@/lib/domains/reports/schema';
import classes from '../../../analytics/analytics.module.css';
import { KINDS } from './source-kinds';

/** Who sent how much each day. The same in words is the list of sources. */
export function DaysChart({ days }: { days: ReportDay[] }) {
  const t = useTranslations('domainReports');
  const format = useFormatter();
  const shown = KINDS.filter(({ kind }) => days.some((day) => day[kind] > 0));
  const name = (day: string) =>
    format.dateTime(new Date(`${day}T12:00:00Z`), { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return (
    <>
      <Group gap="md" mb="xs" aria-hidden>
        {shown.map(({ kind, tone }) => (
          <Group key={kind} gap={6} wrap="nowrap">
            <Box w={10} h={10} bg={`var(--relevo-${tone})`} style={{ borderRadius: 2 }} />
            <Text size="xs">{t(`kinds.${kind}`)}</Text>
          </Group>
        ))}
      </Group>
      <Box h={220} role="img" aria-label={t('chart.label')}>
        <ResponsiveContainer width="100%" height="100%" minHeight={220}>
          <BarChart data={days} margin={{ top: 4, right: 0, bottom: 0, left: 14 }} accessibilityLayer={false}>
            <CartesianGrid {...GRID} />
            <XAxis {...timeAxis(name, 'day')} />
            <YAxis {...valueAxis((value: number) => format.number(value))} allowDecimals={false} />
            <Tooltip
              cursor={{ fill: 'var(--relevo-hover)' }}
              isAnimationActive={false}
              content={({ active, payload }) =>
                active && payload[0] ? <Point day={payload[0].payload as ReportDay} name={name} /> : null
              }
            />
            {shown.map(({ kind, tone }) => (
              <Bar
                key={kind}
                dataKey={kind}
                stackId="messages"
                fill={`var(--relevo-${tone})`}
                maxBarSize={34}
                isAnimationActive={false}
              />
            ))}
          </BarChart>
        </ResponsiveContainer>
      </Box>
    </>
  );
}

function Point({ day, name }: { day: ReportDay; name: (day: string) => string }) {
  const t = useTranslations('domainReports');
  const format = useFormatter();
  return (
    <div className={classes.hint}>
      <strong>{name(day.day)}</strong>
      {KINDS.filter(({ kind }) => day[kind] > 0).map(({ kind }) => (
        <span key={kind}>
          {t(`kinds.${kind}`)}: {format.number(day[kind])}
        </span>
      ))}
      {day.failed > 0 && <span>{t('sources.failed', { count: day.failed })}</span>}
    </div>
  );
}
