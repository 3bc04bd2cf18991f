'use client';

import { Text } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';

/** When a message is tried again, in a sentence; the figures are for technicians to change. */
export function RetryPlan() {
  const t = useTranslations('settings.retryPlan');
  const format = useFormatter();
  const faults = useWatch({ name: 'delivery.retries.faultMinutes' }) as number[];
  const deferrals = useWatch({ name: 'delivery.retries.deferralMinutes' }) as number[];
  const list = (minutes: number[]) =>
    format.list(
      minutes
        .filter(Number.isFinite)
        .map((each) => (each % 60 === 0 ? t('hours', { count: each / 60 }) : t('minutes', { count: each }))),
    );
  return (
    <Text size="xs" c="dimmed">
      {faults.length > 0 ? t('faults', { times: list(faults) }) : t('noFaults')}{' '}
      {deferrals.length > 0 && t('deferrals', { times: list(deferrals) })} {t('asked')} {t('parked')}
    </Text>
  );
}
