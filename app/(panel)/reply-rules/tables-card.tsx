'use client';

import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { apiQuery } from '@/components/layout/api';
import { SectionCard } from '@/components/layout/section-card';
import { QueryState } from '@/components/table/query-state';
import type { TableRow } from '@/lib/replies/tables';

const WAIT_MS = 250;
const FIRST = 10;

/** The built-in tables, to be read and searched. */
export function TablesCard() {
  const t = useTranslations('suppressions.replies.tables');
  const [search, setSearch] = useState('');
  const [wanted] = useDebouncedValue(search, WAIT_MS);
  const [all, setAll] = useState(false);
  const query = useQuery({
    ...apiQuery('reply-rules/tables', { search: wanted.trim() }),
    placeholderData: keepPreviousData,
  });
  return (
    <SectionCard title={t('title')} lead={t('lead')}>
      <Stack>
        <TextInput
          type="search"
          label={t('search')}
          placeholder={t('searchHint')}
          value={search}
          maxLength={100}
          onChange={({ currentTarget }) => setSearch(currentTarget.value)}
        />
        <QueryState query={query}>
          {({ data }) => (
            <Stack gap="sm">
              <Text size="sm" role="status">
                {t('found', { count: data.length })}
              </Text>
              {(all ? data : data.slice(0, FIRST)).map((row) => (
                <Row key={`${row.table} ${row.row}`} row={row} />
              ))}
              {!all && data.length > FIRST && (
                <Button variant="default" onClick={() => setAll(true)} style={{ alignSelf: 'flex-start' }}>
                  {t('more', { count: data.length })}
                </Button>
              )}
            </Stack>
          )}
        </QueryState>
      </Stack>
    </SectionCard>
  );
}

function Row({ row: { table, row, cause, says, unless, stages, digit } }: { row: TableRow }) {
  const t = useTranslations('suppressions.replies');
  const when = [
    stages && t('tables.when', { stages: stages.map((stage) => t(`stages.${stage}`)).join(', ') }),
    digit && t('tables.digit', { digit }),
  ];
  return (
    <div>
      <Text size="sm" fw={600}>
        {[t(`tables.names.${table}`), t('tables.row', { row }), t(`means.${cause}`)].join(' · ')}
      </Text>
      <Words label={t('tables.any')} words={says} />
      {unless.length > 0 && <Words label={t('tables.unless')} words={unless} />}
      <Text size="xs" c="dimmed">
        {when.filter(Boolean).join(' · ')}
      </Text>
    </div>
  );
}

function Words({ label, words }: { label: string; words: string[] }) {
  return (
    <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
      {label}: <code>{words.join(' | ')}</code>
    </Text>
  );
}
