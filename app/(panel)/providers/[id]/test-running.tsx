'use client';

import { Group, Loader, Text } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { formatDuration } from '@/components/layout/quantities';

/** Tells that something happens and how long it has taken; a test gives up by itself. */
export function TestRunning() {
  const t = useTranslations('providers.test');
  const locale = useLocale();
  const [seconds, setSeconds] = useState(0);
  useInterval(() => setSeconds((value) => value + 1), 1000, { autoInvoke: true });
  return (
    <Group gap="sm">
      <Loader size="xs" aria-hidden />
      <Text size="sm">{t('running')}</Text>
      <Text size="sm" c="dimmed" className="tabular" aria-hidden>
        {seconds > 0 && formatDuration(seconds * 1000, locale)}
      </Text>
    </Group>
  );
}
