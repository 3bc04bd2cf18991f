'use client';

import { Text } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { formatPercent, NOTHING } from '@/components/layout/quantities';
import { SectionCard } from '@/components/layout/section-card';
import type { Figures, Metrics } from '@/lib/metrics/schema';
import { fromMicros, toMicros } from '@/lib/money';
import { useFormats } from '../home/use-formats';
import { behind } from './behind';
import { FigureTable } from './figure-table';
import type { Cell, Sheet } from './sheet';
import { SheetActions } from './sheet-actions';
import type { Filters } from './use-period';

export type By = 'provider' | 'channel' | 'company' | 'category' | 'type' | 'template';
type Props = { by: By; metrics: Metrics; filters: Filters };
type Group = NonNullable<Metrics['groups']>[number];

const DIGITS = 2;

/** Side by side: who carries how much, how well, how fast and at what cost. */
export function GroupsCard({ by, metrics, filters }: Props) {
  const t = useTranslations('analytics');
  const tChannels = useTranslations('notification-types.channels');
  const locale = useLocale();
  const { count, percent, duration, money } = useFormats(metrics);
  const groups = metrics.groups ?? [];
  const all = metrics.totals.sent + metrics.totals.failed;
  const share = (value: number | null): Cell => ({
    text: value === null ? NOTHING : formatPercent(value, locale, DIGITS),
    raw: value,
  });
  const counted = (group: Group, what: 'sent' | 'failed' | 'bounced' | 'opened'): Cell => {
    const value = group.totals[what];
    const more = moreOf(by, group);
    const href = value > 0 && more ? behind(what, metrics, { ...filters, ...more }) : undefined;
    return { text: count(value), raw: value, href };
  };
  const title = t(`groups.${by}`);
  const cells = (group: Group): Cell[] => {
    const { totals } = group;
    const common = [
      counted(group, 'sent'),
      {
        text: all > 0 ? percent((totals.sent + totals.failed) / all) : NOTHING,
        raw: (totals.sent + totals.failed) / Math.max(1, all),
      },
      share(totals.rates.delivery),
      counted(group, 'bounced'),
    ];
    if (by !== 'provider')
      return [...common, counted(group, 'opened'), { text: money(totals.cost), raw: totals.cost }];
    return [
      ...common,
      share(totals.successRate),
      { text: totals.took ? duration(totals.took.p95Ms) : NOTHING, raw: totals.took?.p95Ms ?? null },
      { text: money(totals.cost), raw: totals.cost },
      perMessage(totals),
    ];
  };
  const perMessage = ({ cost, sent }: Figures): Cell => {
    if (sent === 0) return { text: NOTHING, raw: null };
    const each = fromMicros(Math.round(toMicros(cost) / sent));
    return { text: money(each), raw: each };
  };
  const common = ['sent', 'share', 'delivery', 'bounced'] as const;
  const names =
    by === 'provider'
      ? ([...common, 'success', 'took', 'cost', 'each'] as const)
      : ([...common, 'opened', 'cost'] as const);
  const sheet: Sheet = {
    label: title,
    columns: [t(`groups.name.${by}`), ...names.map((name) => t(`groups.${name}`))],
    rows: groups.map((group) => ({
      key: group.key ?? 'none',
      cells: [{ text: nameOf(group), raw: nameOf(group) }, ...cells(group)],
    })),
  };
  return (
    <SectionCard title={title} actions={<SheetActions title={title} sheet={sheet} />}>
      {groups.length === 0 ? <Text c="dimmed">{t('groups.nothing')}</Text> : <FigureTable sheet={sheet} />}
    </SectionCard>
  );

  function nameOf({ key, name }: Group): string {
    if (by === 'category' && key) return t(`period.categories.${key as 'marketing'}`);
    if (by === 'channel' && key && tChannels.has(key as never)) return tChannels(key as never);
    if (name) return name;
    return key === null ? t(`groups.none.${by}`) : t('groups.gone');
  }
}

/** The filter of the list that finds the same; null: there is none. */
function moreOf(by: By, { key, name }: Group): Record<string, string> | null {
  if (by === 'provider') return name ? { provider: name } : null;
  if (by === 'category') return key ? { category: key } : null;
  return by === 'company' && key && name ? { company: key } : null;
}
