'use client';

import { useTranslations } from 'next-intl';
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { GRID, LINE_PADDING, timeAxis, valueAxis } from '@/components/chart/axes';
import type { Forecast } from '@/lib/metrics/schema';
import { useFormats } from '../home/use-formats';
import { useMoment } from '../providers/[id]/use-moment';
import classes from './analytics.module.css';

type Volume = NonNullable<Forecast['volume']>;
type Point = Volume['data'][number];
type Place = { timeZone: string; currency: string };

/** What was is a whole line, what is expected a dotted one within its band. */
export function ForecastChart({ volume, ...place }: { volume: Volume } & Place) {
  const { count } = useFormats(place);
  const moment = useMoment({ interval: 'day', timeZone: place.timeZone });
  return (
    <ResponsiveContainer width="100%" height="100%" minHeight={220}>
      <ComposedChart
        data={joined(volume.data)}
        margin={{ top: 6, right: 4, bottom: 0, left: 14 }}
        accessibilityLayer={false}
      >
        <CartesianGrid {...GRID} />
        <XAxis {...timeAxis(moment)} padding={LINE_PADDING} />
        <YAxis {...valueAxis(count)} allowDecimals={false} />
        <Tooltip
          cursor={{ stroke: 'var(--relevo-line)' }}
          isAnimationActive={false}
          content={({ active, payload }) =>
            active && payload[0] ? <Hint point={payload[0].payload as Point} {...place} /> : null
          }
        />
        <Area
          dataKey={({ low, high }: Point) => (low === null || high === null ? null : [low, high])}
          stroke="none"
          fill="var(--mantine-color-iris-5)"
          fillOpacity={0.18}
          isAnimationActive={false}
        />
        <Line
          dataKey="actual"
          stroke="var(--relevo-good)"
          strokeWidth={2}
          dot={false}
          isAnimationActive={false}
        />
        <Line
          dataKey="expected"
          stroke="var(--mantine-color-iris-5)"
          strokeDasharray="2 4"
          strokeLinecap="round"
          strokeWidth={2}
          dot={false}
          isAnimationActive={false}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}

/** The dotted line begins where the whole one ends: with the last day that is over. The present day is not over: it would look like a fall. */
function joined(data: Point[]): Point[] {
  const last = data.findLastIndex(({ expected }) => expected === null);
  return data.map((point, n) => {
    if (n === last) return { ...point, expected: point.actual, low: point.actual, high: point.actual };
    return n > last ? { ...point, actual: null } : point;
  });
}

function Hint({ point, ...place }: { point: Point } & Place) {
  const t = useTranslations('analytics.forecast');
  const { count } = useFormats(place);
  const moment = useMoment({ interval: 'day', timeZone: place.timeZone });
  const names = (['actual', 'expected', 'low', 'high'] as const).filter((name) => point[name] !== null);
  return (
    <div className={classes.hint}>
      <strong>{moment(point.at)}</strong>
      {names
        // Where the lines meet it was so.
        .filter((name) => name === 'actual' || point.actual === null)
        .map((name) => (
          <span key={name}>
            {t(name)}: {count(point[name] ?? 0)}
          </span>
        ))}
    </div>
  );
}
