'use client';

import { Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { AskingButton } from '@/components/form/asking-button';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { WindowButton } from '@/components/form/window-button';
import { apiQuery } from '@/components/layout/api';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import { Notice } from '@/components/table/notice';
import type { SourceView } from '@/lib/subject-sources/schema';
import { deleteSourceAction, readSourceAction } from './actions';

const SourceWindow = dynamic(() => import('./source-window').then((module) => module.SourceWindow), {
  ssr: false,
});

/** The addresses from which subjects are kept up to date, and how that goes; nothing while there is no kind of which they could be. */
export function SourcesCard() {
  const t = useTranslations('subjects.sources');
  const disabledReason = useLocked('subjects.write');
  const kinds = useQuery(apiQuery('subject-kinds')).data?.data ?? [];
  const sources = useQuery(apiQuery('subject-sources')).data?.data ?? [];
  if (kinds.length === 0) return null;
  return (
    <SectionCard
      title={t('title')}
      lead={t('lead')}
      actions={
        <WindowButton
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          window={(props) => <SourceWindow {...props} />}
          disabledReason={disabledReason}
        >
          {t('add')}
        </WindowButton>
      }
    >
      <Stack gap="md">
        {sources.map((source) => (
          <Source key={source.id} source={source} />
        ))}
      </Stack>
    </SectionCard>
  );
}

function Source({ source }: { source: SourceView }) {
  const t = useTranslations('subjects.sources');
  const tCauses = useTranslations('webhooks.causes');
  const why = (cause: string) => (tCauses.has(cause as never) ? tCauses(cause as never) : cause);
  const disabledReason = useLocked('subjects.write', source);
  const { id, title, url, active, lastReadAt, nextReadAt, problem, result } = source;
  const reads = { invalidates: ['subject-sources', 'subjects'] };
  const read = useAction(readSourceAction, { ...reads, success: t('read') });
  const remove = useAction(deleteSourceAction, { ...reads, success: t('removed') });
  return (
    <Stack gap={6} component="section" aria-label={title}>
      <Group justify="space-between" gap="xs">
        <div>
          <Text fw={600}>{title}</Text>
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {url}
          </Text>
        </div>
        <Group gap="xs">
          <ReasonedButton
            variant="default"
            loading={read.pending}
            disabledReason={disabledReason}
            aria-label={`${t('now')}: ${title}`}
            onClick={() => void read.run({ id })}
          >
            {t('now')}
          </ReasonedButton>
          <WindowButton
            variant="default"
            window={(props) => <SourceWindow {...props} stored={source} />}
            disabledReason={disabledReason}
            aria-label={`${t('change')}: ${title}`}
          >
            {t('change')}
          </WindowButton>
          <AskingButton
            question={{
              title: t('removeTitle', { title }),
              body: t('removeBody'),
              confirmLabel: t('remove'),
              keepLabel: t('keep'),
            }}
            onYes={() => remove.run({ id })}
            pending={remove.pending}
            disabledReason={disabledReason}
          >
            {t('remove')}
          </AskingButton>
        </Group>
      </Group>
      <Text size="sm">
        {lastReadAt ? (
          <>
            {t('last')} <Time value={lastReadAt} />
          </>
        ) : (
          t('never')
        )}
        {active
          ? nextReadAt && (
              <>
                {' · '}
                {t('next')} <Time value={nextReadAt} />
              </>
            )
          : ` · ${t('off')}`}
        {result && !problem && ` · ${t('result', result)}`}
      </Text>
      {problem && (
        <Notice tone="bad" role="status">
          {t(`problems.${problem.code}`, {
            detail: problem.code === 'no_answer' ? why(problem.detail) : problem.detail,
          })}
        </Notice>
      )}
    </Stack>
  );
}
