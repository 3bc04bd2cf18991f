'use client';

import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useMoney } from '@/components/layout/money';
import { formatDuration, NOTHING } from '@/components/layout/quantities';
import { Figures } from '@/components/table/figures';
import type { DrillDetail } from '@/lib/drills/schema';

export function DrillFigures({ drill: { report } }: { drill: DrillDetail }) {
  const t = useTranslations('drills.figures');
  const format = useFormatter();
  const locale = useLocale();
  const money = useMoney();
  const { outcome, touched, extraCost, recoveryMs } = report;
  const { canceled: _canceled, ...standing } = outcome;
  const counts = { touched, ...standing };
  const figures = Object.entries(counts).map(([id, count]) => ({ id, value: format.number(count) }));
  const all = [
    ...figures,
    { id: 'extraCost', value: money(extraCost) },
    { id: 'recovery', value: recoveryMs === null ? NOTHING : formatDuration(recoveryMs, locale) },
  ];
  return <Figures label={t('title')} figures={all.map(({ id, value }) => ({ id, name: t(id), value }))} />;
}
