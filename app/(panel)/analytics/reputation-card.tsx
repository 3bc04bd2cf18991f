'use client';

import { Anchor, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { formatPercent } from '@/components/layout/quantities';
import { SectionCard } from '@/components/layout/section-card';
import type { Metrics } from '@/lib/metrics/schema';
import { useFormats } from '../home/use-formats';
import classes from './analytics.module.css';
import { behind } from './behind';
import { judgeBounces, judgeComplaints } from './reputation';
import type { Filters } from './use-period';

const DIGITS = 2;

/** What mailbox providers judge a sender by, in their own measures. */
export function ReputationCard({ metrics, filters }: { metrics: Metrics; filters: Filters }) {
  const t = useTranslations('analytics.reputation');
  const { rates, bounced, complained } = metrics.totals;
  if (rates.bounce === null && rates.complaint === null)
    return (
      <SectionCard title={t('title')} lead={t('lead')}>
        <Text c="dimmed">{t('nothing')}</Text>
      </SectionCard>
    );
  return (
    <SectionCard title={t('title')} lead={t('lead')}>
      <Stack gap="md">
        <Judged
          name="bounce"
          rate={rates.bounce}
          messages={bounced}
          verdict={judgeBounces(rates.bounce)}
          href={behind('bounced', metrics, filters)}
          metrics={metrics}
        />
        <Judged
          name="complaint"
          rate={rates.complaint}
          messages={complained}
          verdict={judgeComplaints(rates.complaint)}
          href={behind('complained', metrics, filters)}
          metrics={metrics}
        />
      </Stack>
    </SectionCard>
  );
}

type Props = {
  name: 'bounce' | 'complaint';
  rate: number | null;
  messages: number;
  verdict: 'good' | 'warn' | 'bad' | null;
  href: string;
  metrics: Metrics;
};

function Judged({ name, rate, messages, verdict, href, metrics }: Props) {
  const t = useTranslations('analytics.reputation');
  const locale = useLocale();
  const { count } = useFormats(metrics);
  if (rate === null || verdict === null) return <Text c="dimmed">{t('nothing')}</Text>;
  const Icon = verdict === 'good' ? IconCircleCheck : IconAlertTriangle;
  return (
    <div className={classes.judged} data-tone={verdict}>
      <Icon size={20} aria-hidden />
      <div>
        <Text fw={600}>
          {t(`${name}.rate`, { rate: formatPercent(rate, locale, DIGITS) })}{' '}
          <Anchor component={Link} href={href} inherit underline="always">
            {t('messages', { count: messages, value: count(messages) })}
          </Anchor>
        </Text>
        <Text size="sm" c="dimmed">
          {t(`${name}.${verdict}`)}
        </Text>
      </div>
    </div>
  );
}
