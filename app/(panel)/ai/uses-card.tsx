'use client';

import { Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/form/link-button';
import { apiQuery } from '@/components/layout/api';
import { useMoney } from '@/components/layout/money';
import { SectionCard } from '@/components/layout/section-card';
import { StateBadge } from '@/components/table/state-badge';
import { AI_USES } from '@/lib/ai/ask/uses';
import type { AiProviderView } from '@/lib/ai/providers/schema';
import { paths } from '@/lib/paths';

/** What it may be used for, and what is left of the month's budget; the settings say both. */
export function UsesCard({ providers }: { providers: AiProviderView[] }) {
  const t = useTranslations('ai.uses');
  const money = useMoney('USD');
  const { data } = useQuery(apiQuery('settings'));
  const spent = providers.reduce((sum, { month }) => sum + Number(month.cost), 0);
  const budget = data?.ai.monthlyBudget ?? 0;
  return (
    <SectionCard
      title={t('title')}
      lead={t('lead')}
      actions={
        <LinkButton variant="default" href={paths.settings({ tab: 'ai' })}>
          {t('change')}
        </LinkButton>
      }
    >
      {data && (
        <Stack gap="xs">
          {AI_USES.map((use) => (
            <Group key={use} gap="xs">
              <StateBadge
                tone={data.ai[use] ? 'good' : 'quiet'}
                icon={data.ai[use] ? IconCircleCheck : IconCircleOff}
              >
                {t(data.ai[use] ? 'on' : 'off')}
              </StateBadge>
              <Text size="sm">{t(`of.${use}`)}</Text>
            </Group>
          ))}
          <Text size="sm" c="dimmed">
            {t(data.ai.hidePersonalData ? 'hidden' : 'shown')}{' '}
            {budget > 0
              ? t('spent', { spent: money(String(spent)), budget: money(String(budget)) })
              : t('spentOnly', { spent: money(String(spent)) })}
          </Text>
        </Stack>
      )}
    </SectionCard>
  );
}
