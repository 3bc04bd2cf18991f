'use client';

import { Skeleton } from '@mantine/core';
import { useToggle } from '@mantine/hooks';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { SectionCard } from '@/components/layout/section-card';
import type { Metrics } from '@/lib/metrics/schema';
import { useFormats } from '../home/use-formats';
import { useMoment } from '../providers/[id]/use-moment';
import classes from './analytics.module.css';
import { behind, type Counted } from './behind';
import { FigureTable } from './figure-table';
import { rangeAt } from './range-at';
import type { Sheet } from './sheet';
import { SheetActions } from './sheet-actions';
import type { Filters } from './use-period';

/** The chart's library is large; the page does not wait for it. */
const VolumeChart = dynamic(() => import('./volume-chart').then((module) => module.VolumeChart), {
  ssr: false,
  loading: () => <Skeleton height="100%" />,
});

const COLUMNS = ['sent', 'failed', 'delivered', 'bounced', 'opened', 'clicked'] as const satisfies Counted[];

/** What was sent and what failed, interval by interval. */
export function VolumeCard({ metrics, filters }: { metrics: Metrics; filters: Filters }) {
  const t = useTranslations('analytics');
  const [view, toggle] = useToggle(['chart', 'table'] as const);
  const { count } = useFormats(metrics);
  const moment = useMoment(metrics);
  const title = t('volume.title');
  const sheet: Sheet = {
    label: title,
    columns: [t('volume.from'), ...COLUMNS.map((name) => t(`tiles.${name}`))],
    rows: metrics.data
      .map((point, n) => ({
        key: point.at,
        cells: [
          { text: moment(point.at), raw: point.at },
          ...COLUMNS.map((name) => ({
            text: count(point[name]),
            raw: point[name],
            href: point[name] > 0 ? behind(name, rangeAt(metrics, n), filters) : undefined,
          })),
        ],
      }))
      .toReversed(),
  };
  const { sent, failed } = metrics.totals;
  return (
    <SectionCard
      title={title}
      lead={t('volume.lead', { zone: metrics.timeZone })}
      actions={<SheetActions title={title} sheet={sheet} view={view} onToggle={() => toggle()} />}
    >
      {view === 'table' ? (
        <FigureTable sheet={sheet} mah={280} />
      ) : (
        <>
          <ul className={classes.legend}>
            <li>
              <span className={classes.swatch} data-series="sent" aria-hidden />
              {t('volume.sent', { count: sent, value: count(sent) })}
            </li>
            <li>
              <span className={classes.swatch} data-series="failed" aria-hidden />
              {t('volume.failed', { count: failed, value: count(failed) })}
            </li>
          </ul>
          <div
            role="img"
            aria-label={t('volume.summary', { sent: count(sent), failed: count(failed) })}
            className={classes.chart}
          >
            <VolumeChart metrics={metrics} filters={filters} />
          </div>
        </>
      )}
    </SectionCard>
  );
}
