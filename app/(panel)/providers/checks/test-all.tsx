'use client';

import { Progress, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { nounKey } from '@/components/layout/noun-key';
import { SectionCard } from '@/components/layout/section-card';
import { useLocked } from '@/components/layout/use-locked';
import { RowList } from '@/components/table/row-list';
import type { ProviderView } from '@/lib/providers/schema';
import { TestAllRow } from './test-all-row';
import { testBeside, testQueueBeside } from './test-beside';
import { TestQueueRow } from './test-queue-row';
import type { TestState } from './test-state';

type QueueState = Parameters<typeof TestQueueRow>[0]['state'];

type Props = { providers: ProviderView[] };

/** The queue and every provider at the same time, each with its own line that fills in when it is done. */
export function TestAll({ providers }: Props) {
  const t = useTranslations('checks.all');
  const locked = useLocked('providers.write');
  const queryClient = useQueryClient();
  const [rows, setRows] = useState<Record<string, TestState>>({});
  const [queue, setQueue] = useState<QueueState>();
  const states = [queue, ...providers.map(({ id }) => rows[id])];
  const done = states.filter((state) => state && state !== 'running').length;
  const running = states.includes('running');

  const run = async () => {
    const put = (id: string, state: TestState) => setRows((before) => ({ ...before, [id]: state }));
    setQueue('running');
    await Promise.all([
      testQueueBeside().then(setQueue),
      ...providers.map(async ({ id }) => {
        put(id, 'running');
        put(id, await testBeside(id));
      }),
    ]);
    await queryClient.invalidateQueries({ queryKey: nounKey('providers') });
  };

  return (
    <SectionCard
      title={t('title')}
      lead={t('lead')}
      actions={
        <ReasonedButton loading={running} disabledReason={locked} onClick={() => void run()}>
          {done > 0 ? t('again') : t('run')}
        </ReasonedButton>
      }
    >
      {(running || done > 0) && (
        <>
          <Progress
            value={(100 * done) / states.length}
            size="sm"
            mt="xs"
            aria-label={t('title')}
            transitionDuration={200}
          />
          <Text size="xs" c="dimmed" mt={4} mb="xs" role="status">
            {t('progress', { done, count: states.length })}
          </Text>
        </>
      )}
      <RowList label={t('title')}>
        <TestQueueRow state={queue} />
        {providers.map((provider) => (
          <TestAllRow key={provider.id} provider={provider} state={rows[provider.id]} />
        ))}
      </RowList>
    </SectionCard>
  );
}
