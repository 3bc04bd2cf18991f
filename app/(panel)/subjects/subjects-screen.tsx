'use client';

import { Box, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCards, IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { parseAsString, useQueryStates } from 'nuqs';
import { useState } from 'react';
import { LinkButton } from '@/components/form/link-button';
import { WindowButton } from '@/components/form/window-button';
import { apiQuery } from '@/components/layout/api';
import { PageHeader } from '@/components/layout/page-header';
import { Time } from '@/components/layout/time';
import { useLocked } from '@/components/layout/use-locked';
import { type Column, DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/table/empty-state';
import { Pager } from '@/components/table/pager';
import { useCursorStack } from '@/components/table/use-cursor-stack';
import { paths } from '@/lib/paths';
import type { SubjectView } from '@/lib/subjects/schema';
import { ExamplesMenu } from '../rules/examples-menu';
import { NotifyButton } from './notify-button';
import { SourcesCard } from './sources-card';
import { useSubjectWords } from './use-subject-words';

const NotifyWindow = dynamic(() => import('./notify-window').then((module) => module.NotifyWindow), {
  ssr: false,
});
const KindWindow = dynamic(() => import('./kind-window').then((module) => module.KindWindow), { ssr: false });
/** While somebody types. */
const ASK_AFTER_MS = 250;

/** What rules are about, as programs keep it up to date. */
export function SubjectsScreen() {
  const t = useTranslations('subjects');
  const disabledReason = useLocked('subjects.write');
  const [told, setTold] = useState<SubjectView | null>(null);
  const [telling, setTelling] = useState(false);
  const tell = (subject: SubjectView) => {
    setTold(subject);
    setTelling(true);
  };
  const [{ kind, q }, setValues] = useQueryStates({
    kind: parseAsString,
    q: parseAsString,
    page: parseAsString,
  });
  const [words] = useDebouncedValue(q?.trim(), ASK_AFTER_MS);
  const kinds = useQuery(apiQuery('subject-kinds'));
  const paging = useCursorStack();
  const query = useQuery({
    ...apiQuery('subjects', { kind, q: words || undefined, cursor: paging.cursor }),
    placeholderData: keepPreviousData,
  });
  const isFiltered = Boolean(kind || words);
  const columns: Column<SubjectView>[] = [
    { id: 'key', title: t('columns.key'), render: ({ key }) => key },
    { id: 'kind', title: t('columns.kind'), render: ({ kind: of }) => <Kind of={of} /> },
    { id: 'data', title: t('columns.data'), render: (subject) => <Data subject={subject} /> },
    { id: 'at', title: t('columns.at'), render: ({ updatedAt }) => <Time value={updatedAt} /> },
    {
      id: 'notify',
      title: t('columns.notify'),
      render: (subject) => <NotifyButton subject={subject} onClick={() => tell(subject)} />,
    },
  ];
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <WindowButton
            leftSection={<IconPlus size={16} aria-hidden />}
            window={(props) => <KindWindow {...props} />}
            disabledReason={disabledReason}
          >
            {t('create')}
          </WindowButton>
        }
      />
      <Box mb="md">
        <SourcesCard />
      </Box>
      <Group mb="md" align="flex-end">
        <TextInput
          type="search"
          label={t('filters.q')}
          value={q ?? ''}
          onChange={({ currentTarget }) => void setValues({ q: currentTarget.value || null, page: null })}
          maxLength={120}
        />
        <Select
          label={t('filters.kind')}
          placeholder={t('filters.all')}
          clearable
          clearButtonProps={{ 'aria-label': t('filters.all') }}
          data={(kinds.data?.data ?? []).map(({ key, title }) => ({ value: key, label: title }))}
          value={kind}
          onChange={(value) => void setValues({ kind: value, page: null })}
        />
      </Group>
      <DataTable
        label={t('title')}
        query={query}
        columns={columns}
        empty={
          <EmptyState
            icon={<IconCards size={22} aria-hidden />}
            title={t(isFiltered ? 'empty.filtered' : 'empty.title')}
            action={
              !isFiltered && (
                <Group gap="xs" justify="center">
                  <LinkButton href={paths.connect()}>{t('empty.connect')}</LinkButton>
                  <ExamplesMenu />
                </Group>
              )
            }
          >
            {t(isFiltered ? 'empty.filteredBody' : 'empty.body')}
          </EmptyState>
        }
        card={(subject) => ({
          title: subject.key,
          body: <InCard subject={subject} onTell={() => tell(subject)} />,
        })}
      />
      <Pager paging={paging} nextCursor={query.data?.nextCursor} />
      {told && (
        <NotifyWindow key={told.id} subject={told} opened={telling} onClose={() => setTelling(false)} />
      )}
    </>
  );
}

function InCard({ subject, onTell }: { subject: SubjectView; onTell: () => void }) {
  return (
    <Stack gap="xs" align="flex-start">
      <Data subject={subject} />
      <NotifyButton subject={subject} onClick={onTell} />
    </Stack>
  );
}

function Kind({ of }: { of: string }) {
  return useKind(of)?.title ?? of;
}

function useKind(of: string) {
  return useQuery(apiQuery('subject-kinds')).data?.data.find(({ key }) => key === of);
}

function Data({ subject: { data, kind } }: { subject: SubjectView }) {
  const say = useSubjectWords();
  const of = useKind(kind);
  return (
    <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
      {say(data, of).join(' · ')}
    </Text>
  );
}
