'use client';

import { useTranslations } from 'next-intl';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { GRID, timeAxis, valueAxis } from '@/components/chart/axes';
import type { QueueHistory } from '@/lib/metrics/schema';
import { useMoment } from '../providers/[id]/use-moment';
import classes from './analytics.module.css';

type Point = QueueHistory['data'][number];
type Props = { history: QueueHistory; count: (value: number) => string; age: (seconds: number) => string };

/** Where nobody looked there is no bar, and the words beside it say so. */
export function QueueChart({ history, count, age }: Props) {
  const moment = useMoment(history);
  const t = useTranslations('analytics.queue');
  return (
    <ResponsiveContainer width="100%" height="100%" minHeight={220}>
      <BarChart
        data={history.data}
        margin={{ top: 6, right: 4, bottom: 0, left: 4 }}
        accessibilityLayer={false}
      >
        <CartesianGrid {...GRID} />
        <XAxis {...timeAxis(moment)} />
        <YAxis {...valueAxis(count, 56)} allowDecimals={false} />
        <Tooltip
          cursor={{ fill: 'var(--relevo-line)', opacity: 0.4 }}
          isAnimationActive={false}
          content={({ active, payload }) => {
            if (!active || !payload[0]) return null;
            const { at, waiting, oldestSeconds } = payload[0].payload as Point;
            return (
              <div className={classes.hint}>
                <strong>{moment(at)}</strong>
                {waiting === null ? (
                  <span>{t('notLooked')}</span>
                ) : (
                  <>
                    <span>
                      {t('waiting')}: {count(waiting)}
                    </span>
                    <span>
                      {t('oldest')}: {age(oldestSeconds ?? 0)}
                    </span>
                  </>
                )}
              </div>
            );
          }}
        />
        <Bar dataKey="waiting" fill="var(--mantine-color-iris-5)" isAnimationActive={false} />
      </BarChart>
    </ResponsiveContainer>
  );
}
