'use client';

import { SimpleGrid } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { FigureCard } from '@/components/layout/figure-card';
import type { Figures, Metrics } from '@/lib/metrics/schema';
import { useFormats } from '../home/use-formats';
import { behind } from './behind';
import type { Filters } from './use-period';

const TILES = ['sent', 'delivered', 'failed', 'bounced', 'opened', 'clicked'] as const;
type Tile = (typeof TILES)[number];

const MOST_CHANGE = 10;

/** Six numbers and how they have changed. */
export function Tiles({ metrics, filters }: { metrics: Metrics; filters: Filters }) {
  const t = useTranslations('analytics.tiles');
  const { count } = useFormats(metrics);
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} spacing="sm">
      {TILES.map((name) => (
        <FigureCard
          key={name}
          label={t(name)}
          value={count(metrics.totals[name])}
          href={behind(name, metrics, filters)}
        >
          <Meaning name={name} metrics={metrics} />
        </FigureCard>
      ))}
    </SimpleGrid>
  );
}

/** The share, where it is one of something, and the change. */
function Meaning({ name, metrics }: { name: Tile; metrics: Metrics }) {
  const t = useTranslations('analytics.tiles');
  const { percent, count } = useFormats(metrics);
  const { totals, previous } = metrics;
  const share = shareOf(name, totals);
  const parts = [
    share === null ? null : t(`of.${name as 'opened'}`, { share: percent(share) }),
    changeOf(totals[name], previous?.totals[name]),
  ];
  return parts.filter(Boolean).join(' · ');

  function changeOf(now: number, before: number | undefined): string | null {
    if (before === undefined || (now === 0 && before === 0)) return null;
    if (before === 0) return t('new');
    const change = now / before - 1;
    if (Math.abs(change) < 0.001) return t('same');
    // Of next to nothing a percentage says less than the number.
    if (change >= MOST_CHANGE) return t('was', { value: count(before) });
    return t(change > 0 ? 'more' : 'less', { share: percent(Math.abs(change)) });
  }
}

function shareOf(name: Tile, { rates, sent, delivered }: Figures): number | null {
  if (name === 'bounced') return rates.bounce;
  if (name === 'opened') return rates.open;
  if (name === 'clicked') return rates.click;
  if (name === 'delivered' && sent > 0) return Math.min(1, delivered / sent);
  return null;
}
