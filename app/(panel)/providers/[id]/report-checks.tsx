'use client';

import { Button, Code, Group, List, Stack, Text } from '@mantine/core';
import { IconCheck, IconExclamationMark, IconQuestionMark } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { useMode } from '@/components/layout/mode';
import { Time } from '@/components/layout/time';
import { QueryState } from '@/components/table/query-state';
import { StateMark } from '@/components/table/state-mark';
import type { Finding, HookExamination } from '@/lib/inbound/examination-schema';
import type { DetailProps } from './detail-props';

/** What keeps reports away, here and at the service: asked when the page opens and when somebody presses, not all the time. */
export function ReportChecks({ provider }: DetailProps) {
  const t = useTranslations('providers.reports.checks');
  const query = useQuery({
    ...apiQuery('providers/[id]/webhook', { id: provider.id }),
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Text size="sm" fw={550}>
          {t('title')}
        </Text>
        <Button
          size="compact-sm"
          variant="default"
          loading={query.isFetching}
          onClick={() => void query.refetch()}
        >
          {t('check')}
        </Button>
      </Group>
      <QueryState query={query}>{(examination) => <Findings examination={examination} />}</QueryState>
    </Stack>
  );
}

/** In Admin mode what is to be done or not known; what is fine is for technicians. */
function Findings({ examination: { findings } }: { examination: HookExamination }) {
  const t = useTranslations('providers.reports.checks');
  const { technical } = useMode();
  const todo = findings.filter(({ state }) => state === 'wrong').length;
  const shown = technical ? findings : findings.filter(({ state }) => state !== 'good');
  return (
    <Stack gap="xs" aria-live="polite">
      <Text size="sm">{todo > 0 ? t('todo', { count: todo }) : t('allGood')}</Text>
      <List size="sm" spacing={6} center={false}>
        {shown.map((finding) => (
          <List.Item key={finding.code} icon={MARKS[finding.state]}>
            <Sentence finding={finding} technical={technical} />
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}

const MARKS = {
  good: <StateMark tone="good" icon={IconCheck} />,
  wrong: <StateMark tone="bad" icon={IconExclamationMark} />,
  unknown: <StateMark tone="quiet" icon={IconQuestionMark} />,
};

function Sentence({ finding, technical }: { finding: Finding; technical: boolean }) {
  const t = useTranslations('providers.reports.checks');
  const { code, state, who, act, at, detail } = finding;
  return (
    <>
      {t.rich(`findings.${code}.${state}`, { time: () => (at ? <Time value={at} /> : null) })}
      {who && (
        <Text size="sm" c="dimmed" component="span">
          {' '}
          {t(`who.${who}`, { act: act ?? 'register' })}
        </Text>
      )}
      {technical && detail && (
        <Code block mt={4} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {detail}
        </Code>
      )}
    </>
  );
}
