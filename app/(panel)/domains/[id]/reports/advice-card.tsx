'use client';

import { Anchor, Stack, Text } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { SectionCard } from '@/components/layout/section-card';
import type { DomainReports } from '@/lib/domains/reports/schema';
import type { DomainView } from '@/lib/domains/schema';
import { paths } from '@/lib/paths';

type Props = { domain: DomainView; advice: DomainReports['advice'] };

/** Whether what is not proved may be stopped, and what that would have cost. */
export function AdviceCard({ domain, advice: { policy, next, reason, wouldLose, days } }: Props) {
  const t = useTranslations('domainReports.advice');
  return (
    <SectionCard title={t('title')}>
      <Stack gap="xs">
        {policy && (
          <Text size="sm" c="dimmed">
            {t('policy', { policy: t(`policies.${policy}`) })}
          </Text>
        )}
        <Text size="sm">{t(reason, { count: wouldLose, days })}</Text>
        {next && <Text fw={600}>{t('next', { next: t(`policies.${next}`) })}</Text>}
        <Anchor
          component={Link}
          href={paths.domain(domain.id, { step: 'dmarc' })}
          size="sm"
          underline="always"
        >
          {t('do')}
        </Anchor>
      </Stack>
    </SectionCard>
  );
}
