'use client';

import { List, Skeleton, Stack, Text } from '@mantine/core';
import { useToggle } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { NOTHING } from '@/components/layout/quantities';
import { SectionCard } from '@/components/layout/section-card';
import { QueryState } from '@/components/table/query-state';
import type { Forecast } from '@/lib/metrics/schema';
import { useFormats } from '../home/use-formats';
import { useMoment } from '../providers/[id]/use-moment';
import classes from './analytics.module.css';
import { FigureTable } from './figure-table';
import type { Sheet } from './sheet';
import { SheetActions } from './sheet-actions';
import { useForecastText } from './use-forecast-text';

/** The chart's library is large; the page does not wait for it. */
const ForecastChart = dynamic(() => import('./forecast-chart').then((module) => module.ForecastChart), {
  ssr: false,
  loading: () => <Skeleton height="100%" />,
});

const COLUMNS = ['actual', 'expected', 'low', 'high'] as const;
const EVERY_MS = 300_000;

/** What the next days will bring, for all providers or for one: in sentences, and as a line with its band. */
export function ForecastCard({ provider }: { provider?: string }) {
  const query = useQuery({ ...apiQuery('metrics/forecast', { provider }), refetchInterval: EVERY_MS });
  return <QueryState query={query}>{(forecast) => <ShownForecast forecast={forecast} />}</QueryState>;
}

export function ShownForecast({ forecast }: { forecast: Forecast }) {
  const t = useTranslations('analytics.forecast');
  const { knownDays: known, neededDays: needed, timeZone: zone, weeks, volume } = forecast;
  const lines = useForecastText(forecast);
  if (!volume)
    return (
      <SectionCard title={t('title')}>
        <Text c="dimmed">{t('tooLittle', { known, needed })}</Text>
      </SectionCard>
    );
  return (
    <Drawn forecast={forecast} volume={volume} lead={t('lead', { weeks, zone })}>
      <Text>{lines.volume}</Text>
      <List size="sm" spacing={4}>
        {lines.others.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    </Drawn>
  );
}

type DrawnProps = {
  forecast: Forecast;
  volume: NonNullable<Forecast['volume']>;
  lead: string;
  children: React.ReactNode;
};

function Drawn({ forecast, volume, lead, children }: DrawnProps) {
  const t = useTranslations('analytics.forecast');
  const [view, toggle] = useToggle(['chart', 'table'] as const);
  const { count } = useFormats(forecast);
  const moment = useMoment({ interval: 'day', timeZone: forecast.timeZone });
  const { expected, low, high, nextDays: days } = volume;
  const sheet: Sheet = {
    label: t('title'),
    columns: [t('from'), ...COLUMNS.map((name) => t(name))],
    rows: volume.data
      .map((point) => ({
        key: point.at,
        cells: [
          { text: moment(point.at), raw: point.at },
          ...COLUMNS.map((name) => ({
            text: point[name] === null ? NOTHING : count(point[name]),
            raw: point[name],
          })),
        ],
      }))
      .toReversed(),
  };
  return (
    <SectionCard
      title={t('title')}
      lead={lead}
      actions={<SheetActions title={t('title')} sheet={sheet} view={view} onToggle={() => toggle()} />}
    >
      <Stack gap="sm">
        {children}
        {view === 'table' ? (
          <FigureTable sheet={sheet} mah={280} />
        ) : (
          <>
            <ul className={classes.legend}>
              {(['actual', 'expected', 'band'] as const).map((series) => (
                <li key={series}>
                  <span className={classes.swatch} data-series={series} aria-hidden />
                  {series === 'band' ? `${t('low')} – ${t('high')}` : t(series)}
                </li>
              ))}
            </ul>
            <div
              role="img"
              aria-label={t('summary', {
                expected: count(expected),
                low: count(low),
                high: count(high),
                days,
              })}
              className={classes.chart}
            >
              <ForecastChart volume={volume} timeZone={forecast.timeZone} currency={forecast.currency} />
            </div>
          </>
        )}
      </Stack>
    </SectionCard>
  );
}
