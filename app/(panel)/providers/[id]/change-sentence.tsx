'use client';

import { useLocale, useTranslations } from 'next-intl';
import { formatPercent } from '@/components/layout/quantities';
import { Time } from '@/components/layout/time';
import type { ProviderChange } from '@/lib/providers/health/health-schema';

type Figures = { errors?: number; slowShare?: number | null };

/** `Paused by itself after 5 failures in a row; next try 10:10.` */
export function ChangeSentence({ change }: { change: ProviderChange }) {
  const t = useTranslations('providers.changes');
  const tCauses = useTranslations('providers.causes');
  const locale = useLocale();
  const { type, detail, actor } = change;
  if (type === 'weight') {
    const { errors = 0, slowShare } = (detail.figures ?? {}) as Figures;
    const percent = (value: unknown) => formatPercent(Number(value), locale);
    const reason = `weight.${String(detail.reason)}`;
    return t(t.has(reason) ? reason : 'weight.recovery', {
      to: percent(Number(detail.to) / 100),
      slow: percent(slowShare ?? 0),
      errors,
      actor,
    });
  }
  if (type === 'check_failed') {
    const cause = String(detail.cause ?? 'protocol');
    return t('check_failed', { cause: tCauses(tCauses.has(cause) ? cause : 'protocol') });
  }
  return t.rich(type, {
    actor,
    failures: Number(detail.failures ?? 0),
    time: () => typeof detail.until === 'string' && <Time value={detail.until} format="clock" />,
  });
}
