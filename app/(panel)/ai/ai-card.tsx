'use client';

import { Group, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconCoin,
  IconKeyOff,
  IconPlayerPause,
} from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useMoney } from '@/components/layout/money';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { Notice } from '@/components/table/notice';
import { PlainText } from '@/components/table/plain-text';
import { StateBadge } from '@/components/table/state-badge';
import type { AiProviderView } from '@/lib/ai/providers/schema';
import { AiActions } from './ai-actions';

type Props = { provider: AiProviderView; onEdit: () => void; onKeys: () => void };

/** One provider: how it stands, what it cost, and what can be done. */
export function AiCard({ provider, onEdit, onKeys }: Props) {
  const t = useTranslations('ai');
  const money = useMoney('USD');
  const { name, label, model, month, budget, failure, until, company, price } = provider;
  return (
    <SectionCard title={name} actions={<State provider={provider} />}>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {label} · {model}
        {company && ` · ${company}`}
      </Text>
      <Text size="sm" c="dimmed">
        {t('card.month', { calls: month.calls, failed: month.failed })}{' '}
        {price ? t('card.cost', { cost: money(month.cost) }) : t('card.noPrice')}
        {budget && ` ${t('card.of', { budget: money(budget.monthly) })}`}
      </Text>
      {failure && provider.active && (
        <Notice
          tone={provider.state === 'stopped' ? 'bad' : 'warn'}
          mt="sm"
          icon={<IconAlertTriangle aria-hidden />}
          title={t(`faults.${failure.fault}.what`)}
        >
          <Text size="sm">{t(`faults.${failure.fault}.fix`)}</Text>
          <Text size="sm">
            {t.rich('card.since', { time: () => <Time value={failure.at} /> })}
            {provider.state === 'resting' && until && (
              <> {t.rich('card.until', { time: () => <Time value={until} /> })}</>
            )}
          </Text>
          {failure.reply && (
            <PlainText label={t('card.reply')} of={name} wrap="prose">
              {failure.reply}
            </PlainText>
          )}
        </Notice>
      )}
      <Group mt="md" gap="xs">
        <AiActions provider={provider} onEdit={onEdit} onKeys={onKeys} />
      </Group>
    </SectionCard>
  );
}

const LOOKS = {
  ready: ['good', IconCircleCheck],
  paused: ['quiet', IconPlayerPause],
  no_key: ['bad', IconKeyOff],
  resting: ['warn', IconClock],
  stopped: ['bad', IconCircleX],
  budget_used: ['warn', IconCoin],
} as const;

function State({ provider: { state } }: { provider: AiProviderView }) {
  const t = useTranslations('ai.states');
  const [tone, icon] = LOOKS[state];
  return (
    <StateBadge tone={tone} icon={icon}>
      {t(state)}
    </StateBadge>
  );
}
