'use client';

import { Group, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { apiQuery } from '@/components/layout/api';
import { formatPercent } from '@/components/layout/quantities';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import type { CampaignView } from '@/lib/campaigns/schema';
import { decideCampaignAction } from '../actions';

const letterOf = (variant: number) => 'ABCD'[variant]!;

/** How the variants stand, and which the rest gets. */
export function VariantsCard({ campaign }: { campaign: CampaignView }) {
  const t = useTranslations('campaigns.variants');
  const locale = useLocale();
  const { id, test, decision, decideAt, state } = campaign;
  const results = useQuery(apiQuery('campaigns/[id]/result', { id })).data?.variants ?? [];
  const disabledReason = useLocked('campaigns.write', campaign);
  const { run, pending } = useAction(decideCampaignAction, {
    invalidates: ['campaigns'],
    success: t('decided'),
  });
  const isOpen = !decision && (state === 'testing' || state === 'deciding');
  return (
    <SectionCard title={t('title')} lead={test && t(`metrics.${test.metric}`)}>
      <Stack gap="sm">
        <Table aria-label={t('title')}>
          <Table.Tbody>
            {results.map(({ variant, delivered, hits, rate }) => (
              <Table.Tr key={variant}>
                <Table.Th scope="row">
                  {letterOf(variant)}
                  <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                    {campaign.variants[variant]?.subject ?? campaign.subject ?? t('ofTemplate')}
                  </Text>
                </Table.Th>
                <Table.Td>{t('of', { hits, delivered })}</Table.Td>
                <Table.Td ta="right">{formatPercent(rate, locale)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        {decision && (
          <Text size="sm" fw={550}>
            {t(decision.isSignificant ? 'winner' : 'noDifference', { letter: letterOf(decision.winner) })}
          </Text>
        )}
        {isOpen && decideAt && (
          <Text size="sm">
            {t('decidesAt')} <Time value={decideAt} />
          </Text>
        )}
        {isOpen && (
          <Group gap="xs">
            {results.map(({ variant }) => (
              <ReasonedButton
                key={variant}
                variant="default"
                loading={pending}
                onClick={() => void run({ id, variant })}
                disabledReason={disabledReason}
              >
                {t('choose', { letter: letterOf(variant) })}
              </ReasonedButton>
            ))}
          </Group>
        )}
      </Stack>
    </SectionCard>
  );
}
