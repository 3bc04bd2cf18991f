'use client';

import { useTranslations } from 'next-intl';
import type { ProviderView } from '@/lib/providers/schema';

const PERIODS = ['second', 'minute', 'hour', 'day', 'month'] as const;

/** `100 an hour · 500 a day`, or that there is no limit. */
export function LimitsText({ provider: { limits } }: { provider: Pick<ProviderView, 'limits'> }) {
  const t = useTranslations('providers.limits');
  const set = PERIODS.filter((period) => limits[period] !== undefined);
  if (set.length === 0) return t('none');
  return set.map((period) => t(period, { count: limits[period]! })).join(' · ');
}
