'use client';

import { useTranslations } from 'next-intl';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { GRID, timeAxis, valueAxis } from '@/components/chart/axes';
import type { HourFigures, Statistics } from '@/lib/statistics/schema';
import classes from './hours.module.css';
import { SERIES } from './series';
import { type Formats, useFormats } from './use-formats';

/** A label for every fourth hour. */
const LABEL_EVERY = 4;

/** Figures only; the card around it says them in words. */
export function HoursChart({ statistics }: { statistics: Statistics }) {
  const { hours } = statistics;
  const formats = useFormats(statistics);
  const ticks = hours
    .filter((_, index) => (hours.length - 1 - index) % LABEL_EVERY === 0)
    .map(({ at }) => at);
  return (
    <ResponsiveContainer width="100%" height="100%" minHeight={190}>
      <BarChart data={hours} margin={{ top: 4, right: 0, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <CartesianGrid {...GRID} />
        <XAxis {...timeAxis(formats.moment)} ticks={ticks} interval="preserveEnd" minTickGap={18} />
        <YAxis {...valueAxis(formats.count, 44)} allowDecimals={false} />
        <Tooltip
          cursor={{ fill: 'var(--relevo-hover)' }}
          isAnimationActive={false}
          content={({ active, payload }) =>
            active && payload[0] ? <Hint hour={payload[0].payload as HourFigures} formats={formats} /> : null
          }
        />
        {SERIES.map(({ key, color }) => (
          <Bar
            key={key}
            dataKey={key}
            stackId="messages"
            fill={color}
            maxBarSize={22}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}

function Hint({ hour, formats }: { hour: HourFigures; formats: Formats }) {
  const t = useTranslations('home.hours');
  return (
    <div className={classes.hint}>
      <strong>{t('from', { time: formats.moment(hour.at) })}</strong>
      {SERIES.map(({ key, color }) => (
        <span key={key} className={classes.hintRow}>
          <span className={classes.swatch} style={{ background: color }} />
          {t(key, { count: hour[key] })}
        </span>
      ))}
    </div>
  );
}
