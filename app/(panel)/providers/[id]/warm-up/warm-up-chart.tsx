'use client';

import { useFormatter, useTranslations } from 'next-intl';
import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { GRID, timeAxis, valueAxis } from '@/components/chart/axes';
import type { WarmUpView } from '@/lib/warm-up/schema';
import classes from '../trend.module.css';

const AHEAD_DAYS = 7;

type Point = { at: number; plan: number; sent: number | null };

/** What the plan allowed each day, and what was sent: behind today a week of what is to come. */
export function WarmUpChart({ warmUp }: { warmUp: WarmUpView }) {
  const format = useFormatter();
  const points = pointsOf(warmUp);
  return (
    <ResponsiveContainer width="100%" height="100%" minHeight={170}>
      <ComposedChart
        data={points}
        margin={{ top: 6, right: 4, bottom: 0, left: 4 }}
        accessibilityLayer={false}
      >
        <CartesianGrid {...GRID} />
        <XAxis {...timeAxis(String)} />
        <YAxis {...valueAxis((value) => format.number(value, { notation: 'compact' }))} />
        <Tooltip
          cursor={{ fill: 'var(--relevo-line)', opacity: 0.3 }}
          isAnimationActive={false}
          content={({ active, payload }) =>
            active && payload[0] ? <Told point={payload[0].payload as Point} /> : null
          }
        />
        <Bar dataKey="sent" fill="var(--mantine-color-iris-5)" isAnimationActive={false} />
        <Line
          dataKey="plan"
          stroke="var(--relevo-good)"
          strokeWidth={2}
          strokeDasharray="4 3"
          dot={false}
          isAnimationActive={false}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}

function Told({ point: { at, plan, sent } }: { point: Point }) {
  const t = useTranslations('warmUps.chart');
  const format = useFormatter();
  return (
    <div className={classes.hint}>
      <strong>{t('day', { day: at })}</strong>
      <span>{t('plan', { count: format.number(plan) })}</span>
      {sent !== null && <span className={classes.quiet}>{t('sent', { count: format.number(sent) })}</span>}
    </div>
  );
}

function pointsOf({ history, day, allowance, used, planned, state }: WarmUpView): Point[] {
  const past = history.map((one, index) => ({ at: index + 1, plan: one.allowance, sent: one.sent }));
  if (state === 'finished') return past;
  const ahead = planned.slice(day, day + AHEAD_DAYS);
  return [
    ...past,
    { at: past.length + 1, plan: allowance, sent: used },
    ...ahead.map((plan, index) => ({ at: past.length + 2 + index, plan, sent: null })),
  ];
}
