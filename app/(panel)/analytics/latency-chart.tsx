'use client';

import { useTranslations } from 'next-intl';
import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { GRID, LINE_PADDING, timeAxis, valueAxis } from '@/components/chart/axes';
import { NOTHING } from '@/components/layout/quantities';
import type { Metrics } from '@/lib/metrics/schema';
import { useFormats } from '../home/use-formats';
import { useMoment } from '../providers/[id]/use-moment';
import classes from './analytics.module.css';

/** Told apart by their dashes too. */
const LINES = [
  { of: 'waited', color: 'var(--mantine-color-iris-5)', dash: undefined },
  { of: 'took', color: 'var(--relevo-kept)', dash: '6 4' },
] as const;

/** Of 95 of a hundred: the slow ones are what people notice. */
export function LatencyChart({ metrics }: { metrics: Metrics }) {
  const moment = useMoment(metrics);
  const { duration } = useFormats(metrics);
  return (
    <ResponsiveContainer width="100%" height="100%" minHeight={220}>
      <LineChart
        data={metrics.data}
        margin={{ top: 6, right: 4, bottom: 0, left: 4 }}
        accessibilityLayer={false}
      >
        <CartesianGrid {...GRID} />
        <XAxis {...timeAxis(moment)} padding={LINE_PADDING} />
        <YAxis {...valueAxis((value: number) => (value === 0 ? '0' : duration(value)), 84)} />
        <Tooltip
          cursor={{ stroke: 'var(--relevo-line)' }}
          isAnimationActive={false}
          content={({ active, payload }) =>
            active && payload[0] ? (
              <Point point={payload[0].payload as Metrics['data'][number]} metrics={metrics} />
            ) : null
          }
        />
        {LINES.map(({ of, color, dash }) => (
          <Line
            key={of}
            dataKey={(point: Metrics['data'][number]) => point[of]?.p95Ms ?? null}
            stroke={color}
            strokeDasharray={dash}
            strokeWidth={2}
            dot={{ r: 2, strokeWidth: 0, fill: color }}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
}

function Point({ point, metrics }: { point: Metrics['data'][number]; metrics: Metrics }) {
  const t = useTranslations('analytics.latency');
  const { duration } = useFormats(metrics);
  const moment = useMoment(metrics);
  return (
    <div className={classes.hint}>
      <strong>{moment(point.at)}</strong>
      {LINES.map(({ of }) => (
        <span key={of}>
          {t(`${of}95`)}: {point[of] ? duration(point[of].p95Ms) : NOTHING}
        </span>
      ))}
    </div>
  );
}
