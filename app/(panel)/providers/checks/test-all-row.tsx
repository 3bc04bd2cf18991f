'use client';

import { Anchor, Group, Text } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useMode } from '@/components/layout/mode';
import { Time } from '@/components/layout/time';
import { paths } from '@/lib/paths';
import type { ProviderView } from '@/lib/providers/schema';
import classes from './test-all.module.css';
import { TestDuration, type TestState, TestStateBadge, TestSteps } from './test-state';

type Props = { provider: ProviderView; state: TestState | undefined };

/** As long as this page has not tested it, what its last test found. */
export function TestAllRow({ provider, state }: Props) {
  const t = useTranslations('checks.all');
  const { technical } = useMode();
  const report = typeof state === 'object' ? state : null;
  return (
    <li>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Anchor component={Link} href={paths.provider(provider.id)} className={classes.name} truncate>
          {provider.name}
        </Anchor>
        <Group gap="xs" wrap="nowrap">
          {report && <TestDuration report={report} />}
          <TestStateBadge state={state} />
        </Group>
      </Group>
      {!state && <LastTest provider={provider} />}
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
      {report && technical && <TestSteps report={report} />}
    </li>
  );
}

function LastTest({ provider: { lastTest } }: { provider: ProviderView }) {
  const t = useTranslations('providers');
  if (!lastTest) return null;
  const time = () => <Time value={lastTest.at} />;
  const cause = `causes.${lastTest.cause ?? 'protocol'}`;
  return (
    <Text size="xs" c="dimmed">
      {lastTest.ok
        ? t.rich('standing.working', { time })
        : t.rich('standing.failing', { cause: t.has(cause) ? t(cause) : t('causes.protocol'), time })}
    </Text>
  );
}
