'use client';

import { Group, Loader, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconCircleMinus, IconCircleX } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import { formatDuration } from '@/components/layout/quantities';
import { StateBadge } from '@/components/table/state-badge';
import type { TestView } from '@/lib/providers/schema';

/** `failed`: no test took place at all. */
export type TestState = 'running' | 'failed' | TestView;

/** What a test of several is at: not begun, under way, well or not; one that could not be run is neither. */
export function TestStateBadge({
  state,
  skipped = false,
}: {
  state: TestState | undefined;
  skipped?: boolean;
}) {
  const t = useTranslations('checks.all');
  if (state === 'running')
    return (
      <Group gap={6} wrap="nowrap">
        <Loader size={14} aria-hidden />
        <Text size="sm">{t('running')}</Text>
      </Group>
    );
  if (state === undefined || skipped)
    return (
      <StateBadge tone="quiet" icon={skipped ? IconCircleMinus : IconCircleDashed}>
        {t(skipped ? 'notRun' : 'waiting')}
      </StateBadge>
    );
  const ok = state !== 'failed' && state.ok;
  return (
    <StateBadge tone={ok ? 'good' : 'bad'} icon={ok ? IconCircleCheck : IconCircleX}>
      {t(ok ? 'ok' : 'notOk')}
    </StateBadge>
  );
}

export function TestDuration({ report }: { report: TestView }) {
  const locale = useLocale();
  return (
    <Text size="xs" c="dimmed" className="tabular">
      {formatDuration(
        report.steps.reduce((sum, step) => sum + step.ms, 0),
        locale,
      )}
    </Text>
  );
}

/** Each step with its time, in one line. */
export function TestSteps({ report }: { report: TestView }) {
  const t = useTranslations('providers.test.step');
  const locale = useLocale();
  const line = report.steps
    .map(
      ({ name, ok, ms }) => `${ok ? '✓' : '✗'} ${t.has(name) ? t(name) : name} ${formatDuration(ms, locale)}`,
    )
    .join(' · ');
  return (
    <Text size="xs" c="dimmed">
      {line}
    </Text>
  );
}
