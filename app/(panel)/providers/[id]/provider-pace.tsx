'use client';

import { Text } from '@mantine/core';
import { IconGauge } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Notice } from '@/components/table/notice';
import type { ProviderView } from '@/lib/providers/schema';
import { isSlowed, SlowedText } from '../slowed-text';

/** What its refusals for being asked too fast have taught, as long as something of that is left. */
export function ProviderPace({ provider }: { provider: ProviderView }) {
  const t = useTranslations('providers.pace');
  if (!provider.active || !isSlowed(provider.health)) return null;
  return (
    <Notice tone="busy" icon={<IconGauge aria-hidden />} title={t('title')}>
      <Text size="sm">
        <SlowedText pace={provider.health.pace} />
      </Text>
      <Text size="sm" mt={4}>
        {t('help')}
      </Text>
    </Notice>
  );
}
