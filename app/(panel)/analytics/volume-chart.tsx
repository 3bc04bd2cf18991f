'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { GRID, timeAxis, valueAxis } from '@/components/chart/axes';
import type { Metrics } from '@/lib/metrics/schema';
import { useFormats } from '../home/use-formats';
import { useMoment } from '../providers/[id]/use-moment';
import classes from './analytics.module.css';
import { behind } from './behind';
import { rangeAt } from './range-at';
import type { Filters } from './use-period';

const STRIPES = 'analytics-failed';

/** A press on a bar opens its messages; who has no mouse finds the same links in the table. */
export function VolumeChart({ metrics, filters }: { metrics: Metrics; filters: Filters }) {
  const router = useRouter();
  const { count } = useFormats(metrics);
  const moment = useMoment(metrics);
  const open = (what: 'sent' | 'failed') => (_: unknown, n: number) =>
    router.push(behind(what, rangeAt(metrics, n), filters));
  return (
    <ResponsiveContainer width="100%" height="100%" minHeight={220}>
      <BarChart
        data={metrics.data}
        margin={{ top: 4, right: 0, bottom: 0, left: 14 }}
        accessibilityLayer={false}
      >
        <defs>
          <pattern
            id={STRIPES}
            width={5}
            height={5}
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width={5} height={5} fill="var(--relevo-bad)" />
            <line x1={0} y1={0} x2={0} y2={5} stroke="var(--relevo-surface)" strokeWidth={2} />
          </pattern>
        </defs>
        <CartesianGrid {...GRID} />
        <XAxis {...timeAxis(moment)} />
        <YAxis {...valueAxis(count)} allowDecimals={false} />
        <Tooltip
          cursor={{ fill: 'var(--relevo-hover)' }}
          isAnimationActive={false}
          content={({ active, payload }) =>
            active && payload[0] ? (
              <Point point={payload[0].payload as Metrics['data'][number]} metrics={metrics} />
            ) : null
          }
        />
        <Bar
          dataKey="sent"
          stackId="messages"
          fill="var(--relevo-good)"
          maxBarSize={34}
          isAnimationActive={false}
          onClick={open('sent')}
          className={classes.bar}
        />
        <Bar
          dataKey="failed"
          stackId="messages"
          fill={`url(#${STRIPES})`}
          maxBarSize={34}
          isAnimationActive={false}
          onClick={open('failed')}
          className={classes.bar}
        />
      </BarChart>
    </ResponsiveContainer>
  );
}

function Point({ point, metrics }: { point: Metrics['data'][number]; metrics: Metrics }) {
  const t = useTranslations('analytics.volume');
  const { count } = useFormats(metrics);
  const moment = useMoment(metrics);
  return (
    <div className={classes.hint}>
      <strong>{moment(point.at)}</strong>
      <span>{t('sent', { count: point.sent, value: count(point.sent) })}</span>
      <span>{t('failed', { count: point.failed, value: count(point.failed) })}</span>
    </div>
  );
}
