'use client';

import { Anchor, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { Time } from '@/components/layout/time';
import { QUEUE_TEST_TAG } from '@/lib/checks/queue-test-tag';
import type { QueueTestView } from '@/lib/checks/schema';
import { paths } from '@/lib/paths';
import { TestDuration, TestStateBadge, TestSteps } from './test-state';

type Props = { state: 'running' | 'failed' | QueueTestView | undefined };

/** Stored, picked up, kept: each with its time; as long as this page has not tested it, when it was last. */
export function TestQueueRow({ state }: Props) {
  const t = useTranslations('checks.queue');
  const tAll = useTranslations('checks.all');
  const report = typeof state === 'object' ? state : null;
  return (
    <li>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm" fw={550}>
          {t('title')}
        </Text>
        <Group gap="xs" wrap="nowrap">
          {report && report.steps.length > 0 && <TestDuration report={report} />}
          <TestStateBadge state={state} skipped={report?.cause === 'no_sandbox'} />
        </Group>
      </Group>
      {!state && <LastTime />}
      {(report || state === 'failed') && (
        <Text size="sm" mt={2}>
          {report?.summary ?? tAll('unanswered')}{' '}
          {report?.messageId && (
            <Anchor component={Link} href={paths.message(report.messageId)} size="sm" underline="always">
              {t('open')}
            </Anchor>
          )}
          {report?.cause === 'no_sandbox' && (
            <Anchor
              component={Link}
              href={paths.newProvider({ preset: 'sandbox.sandbox' })}
              size="sm"
              underline="always"
            >
              {t('add')}
            </Anchor>
          )}
          {(report?.cause === 'paused' || report?.cause === 'not_claimed') && (
            <Anchor component={Link} href={paths.queue()} size="sm" underline="always">
              {t('look')}
            </Anchor>
          )}
        </Text>
      )}
      {report && report.steps.length > 0 && <TestSteps report={report} />}
    </li>
  );
}

/** Its message is the record of the last test. */
function LastTime() {
  const t = useTranslations('checks.queue');
  const { data } = useQuery(apiQuery('messages', { tag: QUEUE_TEST_TAG, limit: 1 }));
  const last = data?.data[0];
  return (
    <Text size="xs" c="dimmed">
      {last
        ? t.rich(last.status === 'captured' ? 'worked' : 'didNot', {
            time: () => <Time value={last.acceptedAt} />,
          })
        : t('lead')}
    </Text>
  );
}
