'use client';

import { useTranslations } from 'next-intl';
import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { GRID, LINE_PADDING, timeAxis, valueAxis } from '@/components/chart/axes';
import { NOTHING } from '@/components/layout/quantities';
import type { Metrics } from '@/lib/metrics/schema';
import { useFormats } from '../../home/use-formats';
import classes from './trend.module.css';
import type { TrendName } from './trends';
import { useMoment } from './use-moment';

const COLOR: Record<TrendName, string> = {
  successRate: 'var(--relevo-good)',
  averageMs: 'var(--mantine-color-iris-5)',
};

type Props = { name: TrendName; metrics: Metrics; write: (value: number) => string };

/** Figures only; the card around it says them in words. Where nothing was tried, the line has a gap. */
export function TrendChart({ name, metrics, write }: Props) {
  const moment = useMoment(metrics);
  return (
    <ResponsiveContainer width="100%" height="100%" minHeight={170}>
      <LineChart
        data={metrics.data}
        margin={{ top: 6, right: 4, bottom: 0, left: 4 }}
        accessibilityLayer={false}
      >
        <CartesianGrid {...GRID} />
        <XAxis {...timeAxis(moment)} padding={LINE_PADDING} />
        <YAxis
          {...valueAxis((value: number) => (value === 0 ? '0' : write(value)))}
          domain={name === 'successRate' ? [lowest(metrics), 1] : [0, 'auto']}
        />
        <Tooltip
          cursor={{ stroke: 'var(--relevo-line)' }}
          isAnimationActive={false}
          content={({ active, payload }) =>
            active && payload[0] ? (
              <Point point={payload[0].payload as Metrics['data'][number]} {...{ name, metrics, write }} />
            ) : null
          }
        />
        <Line
          dataKey={name}
          stroke={COLOR[name]}
          strokeWidth={2}
          dot={{ r: 2, strokeWidth: 0, fill: COLOR[name] }}
          isAnimationActive={false}
        />
      </LineChart>
    </ResponsiveContainer>
  );
}

/** The axis begins at a whole tenth below the worst point, so that one failure in a hundred is seen. */
function lowest({ data }: Metrics): number {
  const worst = Math.min(1, ...data.map(({ successRate }) => successRate ?? 1));
  return Math.max(0, Math.floor(worst * 10 - 0.0001) / 10);
}

function Point({ point, name, metrics, write }: Props & { point: Metrics['data'][number] }) {
  const t = useTranslations('providers.trend');
  const { count } = useFormats(metrics);
  const moment = useMoment(metrics);
  return (
    <div className={classes.hint}>
      <strong>{moment(point.at)}</strong>
      <span>{point[name] === null ? NOTHING : write(point[name])}</span>
      <span className={classes.quiet}>
        {t('triesOf', { count: point.attempts, value: count(point.attempts) })}
      </span>
    </div>
  );
}
