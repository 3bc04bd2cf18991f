'use client';

import { Anchor, Group, Loader, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { useMode } from '@/components/layout/mode';
import { formatDuration } from '@/components/layout/quantities';
import { StateBadge } from '@/components/table/state-badge';
import { paths } from '@/lib/paths';
import type { ProviderView, TestView } from '@/lib/providers/schema';
import classes from './test-all.module.css';

/** `failed`: no test took place at all. */
export type RowState = 'running' | 'failed' | TestView;

type Props = { provider: ProviderView; state: RowState | undefined };

export function TestAllRow({ provider, state }: Props) {
  const t = useTranslations('checks.all');
  const report = typeof state === 'object' ? state : null;
  return (
    <li>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Anchor component={Link} href={paths.provider(provider.id)} className={classes.name} truncate>
          {provider.name}
        </Anchor>
        <Group gap="xs" wrap="nowrap">
          {report && <Duration report={report} />}
          <State state={state} />
        </Group>
      </Group>
      {report && !report.ok && (
        <Text size="sm" mt={2}>
          {report.summary}
        </Text>
      )}
      {state === 'failed' && (
        <Text size="sm" mt={2}>
          {t('unanswered')}
        </Text>
      )}
      {report && <Steps report={report} />}
    </li>
  );
}

function State({ state }: { state: RowState | undefined }) {
  const t = useTranslations('checks.all');
  if (state === undefined)
    return (
      <StateBadge tone="quiet" icon={IconCircleDashed}>
        {t('waiting')}
      </StateBadge>
    );
  if (state === 'running')
    return (
      <Group gap={6} wrap="nowrap">
        <Loader size={14} aria-hidden />
        <Text size="sm">{t('running')}</Text>
      </Group>
    );
  const ok = state !== 'failed' && state.ok;
  return (
    <StateBadge tone={ok ? 'good' : 'bad'} icon={ok ? IconCircleCheck : IconCircleX}>
      {t(ok ? 'ok' : 'notOk')}
    </StateBadge>
  );
}

function Duration({ report }: { report: TestView }) {
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

/** For a technician: each step with its time, in one line. */
function Steps({ report }: { report: TestView }) {
  const { technical } = useMode();
  const t = useTranslations('providers.test.step');
  const locale = useLocale();
  if (!technical) return null;
  const line = report.steps
    .map(({ name, ok, ms }) => `${ok ? '✓' : '✗'} ${t(name)} ${formatDuration(ms, locale)}`)
    .join(' · ');
  return (
    <Text size="xs" c="dimmed" ff="monospace">
      {line}
    </Text>
  );
}
