'use client';

import { useTranslations } from 'next-intl';
import type { Forecast } from '@/lib/metrics/schema';
import { useFormats } from '../home/use-formats';

/** The forecast in sentences, what needs somebody first. */
export function useForecastText(forecast: Forecast): { volume: string; others: string[] } {
  const t = useTranslations('analytics.forecast');
  const { count, money, when, moment } = useFormats(forecast);
  const { volume, limits, budgets } = forecast;
  const ofLimits = limits.flatMap(({ provider: { name }, unit, usedUp: { expected, earliest, latest } }) => {
    if (earliest === null) return [];
    if (expected === null) return [t('limit.maybe', { name, unit, earliest: when(earliest) })];
    const last = latest === null ? t(unit === 'day' ? 'limit.dayEnd' : 'limit.monthEnd') : moment(latest);
    return [t(`limit.${unit}`, { name, when: when(expected), earliest: moment(earliest), latest: last })];
  });
  const ofBudgets = budgets
    .toSorted((a, b) => Number(b.exceeded) - Number(a.exceeded))
    .map(({ provider: { name }, exceeded, monthly, expected, low, high }) =>
      t(exceeded ? 'budgetOver' : 'budget', {
        name,
        monthly: money(monthly),
        expected: money(expected),
        low: money(low),
        high: money(high),
      }),
    );
  const fine = limits.length > 0 && ofLimits.length === 0 ? [t('limitsFine')] : [];
  return {
    volume: volume
      ? t('volume', {
          days: volume.nextDays,
          expected: volume.expected,
          value: count(volume.expected),
          low: count(volume.low),
          high: count(volume.high),
        })
      : '',
    others: [...ofLimits, ...fine, ...ofBudgets],
  };
}
