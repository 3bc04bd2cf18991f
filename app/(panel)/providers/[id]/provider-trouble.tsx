'use client';

import { Group, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconHandStop,
  IconPlugConnectedX,
  IconRefresh,
  IconScale,
  IconSettingsX,
} from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Notice } from '@/components/table/notice';
import { ProviderNextStep } from '../provider-next-step';
import { ProviderStanding } from '../provider-standing';
import { providerState } from '../provider-state';
import { TryNow } from '../try-now';
import type { DetailProps } from './detail-props';
import { RestoreWeight } from './restore-weight';

const LOOK = {
  misconfigured: { tone: 'bad', icon: IconSettingsX },
  stopped: { tone: 'bad', icon: IconHandStop },
  failing: { tone: 'bad', icon: IconPlugConnectedX },
  trying: { tone: 'busy', icon: IconRefresh },
  unhealthy: { tone: 'bad', icon: IconAlertTriangle },
  degraded: { tone: 'warn', icon: IconAlertTriangle },
  lowered: { tone: 'warn', icon: IconScale },
} as const;

/** What Relevo does about a provider by itself at the moment, and what a person can do about that; nothing while all is well. */
export function ProviderTrouble(props: DetailProps) {
  const t = useTranslations('providers.trouble');
  const { provider } = props;
  const state = providerState(provider);
  const lowered = provider.active && provider.health.weightPercent < 100;
  const trouble = state in LOOK ? (state as keyof typeof LOOK) : lowered ? 'lowered' : null;
  if (!trouble) return null;
  const { tone, icon: Icon } = LOOK[trouble];
  return (
    <Notice tone={tone} icon={<Icon aria-hidden />} title={t(trouble)}>
      <Text size="sm">
        <ProviderStanding provider={provider} />
      </Text>
      {(state === 'stopped' || state === 'failing') && (
        <Text size="sm" mt={4}>
          {t(state === 'stopped' ? 'whatToDo' : 'stillAsked')}
        </Text>
      )}
      {state === 'misconfigured' && (
        <Text size="sm" mt={4}>
          {t('meanwhile')}
        </Text>
      )}
      {(state === 'stopped' || state === 'misconfigured' || lowered) && (
        <Group gap="xs" mt="sm">
          {state === 'stopped' && <TryNow {...props} size="xs" />}
          {state === 'misconfigured' && <ProviderNextStep {...props} />}
          {lowered && <RestoreWeight {...props} size="xs" />}
        </Group>
      )}
    </Notice>
  );
}
