'use client';

import { Anchor, Progress, Stack, Text } from '@mantine/core';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { BigNumber } from '@/components/layout/big-number';
import { formatPercent } from '@/components/layout/quantities';
import { SectionCard } from '@/components/layout/section-card';
import type { Metrics } from '@/lib/metrics/schema';
import { paths } from '@/lib/paths';
import { useFormats } from '../home/use-formats';
import { behind } from './behind';
import { budgetOf } from './budget-of';
import type { Filters } from './use-period';

const DIGITS = 2;

/** How much of the mail arrived against how much should, and how many failures that leaves. */
export function TargetCard({ metrics, filters }: { metrics: Metrics; filters: Filters }) {
  const t = useTranslations('analytics.target');
  const locale = useLocale();
  const { count } = useFormats(metrics);
  const { allowed, lost, left, share } = budgetOf(metrics.totals, metrics.target);
  const exact = (value: number) => formatPercent(value, locale, DIGITS);
  const isMet = left >= 0;
  return (
    <SectionCard title={t('title', { target: exact(metrics.target) })} lead={t('lead')}>
      {share === null ? (
        <Text c="dimmed">{t('nothing')}</Text>
      ) : (
        <Stack gap="xs">
          <BigNumber tone={isMet ? 'good' : 'bad'}>{exact(share)}</BigNumber>
          <Progress
            value={allowed > 0 ? Math.min(100, (lost / allowed) * 100) : lost > 0 ? 100 : 0}
            color={isMet ? 'var(--relevo-good)' : 'var(--relevo-bad)'}
            aria-label={t('used')}
          />
          <Text size="sm">
            {isMet
              ? t('left', { left: count(left), allowed: count(allowed), lost: count(lost) })
              : t('over', { over: count(-left), allowed: count(allowed), lost: count(lost) })}
          </Text>
          <Text size="sm" c="dimmed">
            {t.rich('behind', {
              failed: leading(behind('failed', metrics, filters)),
              bounced: leading(behind('bounced', metrics, filters)),
              setting: leading(paths.settings({ tab: 'delivery', field: 'delivery.target.arrivedPercent' })),
            })}
          </Text>
        </Stack>
      )}
    </SectionCard>
  );
}

const leading = (href: string) => (words: ReactNode) => (
  <Anchor component={Link} href={href} inherit underline="always">
    {words}
  </Anchor>
);
