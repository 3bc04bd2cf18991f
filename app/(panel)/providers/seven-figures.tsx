'use client';

import { useTranslations } from 'next-intl';
import { Spark } from '@/components/chart/spark';
import { NOTHING } from '@/components/layout/quantities';
import type { Figure } from '@/components/table/figures';
import type { Figures, Period, Points } from '@/lib/metrics/schema';
import { useFormats } from '../home/use-formats';

type Name = 'sent' | 'successRate' | 'averageMs' | 'faulty' | 'failed' | 'failovers' | 'cost';

const LOOK: Record<Name, Pick<Parameters<typeof Spark>[0], 'as' | 'tone'>> = {
  sent: { as: 'bars' },
  successRate: { as: 'line', tone: 'good' },
  averageMs: { as: 'line' },
  faulty: { as: 'bars', tone: 'bad' },
  failed: { as: 'bars', tone: 'bad' },
  failovers: { as: 'bars', tone: 'warn' },
  cost: { as: 'bars' },
};

export const SEVEN = Object.keys(LOOK) as Name[];

/** The seven numbers that matter of a provider, over a period, each with how it came to be; a sandbox sends nothing, it keeps. */
export function useSevenFigures(period: Period): (points: Points, sandbox: boolean) => Figure[] {
  const t = useTranslations('providers.seven');
  const { count, percent, duration, money } = useFormats(period);
  return ({ data, totals }, sandbox) =>
    SEVEN.map((id) => {
      const source = id === 'sent' && sandbox ? 'captured' : id;
      return {
        id,
        name: t(`name.${source}`),
        help: `${t(`help.${source}`)} ${t(`over.${period.interval}`)}`,
        value: write(totals, source),
        chart: (
          <Spark
            {...LOOK[id]}
            {...(source === 'captured' && { tone: 'kept' as const })}
            values={data.map((point) => pointOf(point, source))}
          />
        ),
      };
    });

  function write(totals: Figures, name: Name | 'captured'): string {
    if (name === 'successRate') return totals.successRate === null ? NOTHING : percent(totals.successRate);
    if (name === 'averageMs') return totals.averageMs === null ? NOTHING : duration(totals.averageMs);
    return name === 'cost' ? money(totals.cost) : count(totals[name]);
  }
}

function pointOf(point: Figures, name: Name | 'captured'): number | null {
  return name === 'cost' ? Number(point.cost) : point[name];
}
