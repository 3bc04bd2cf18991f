'use client';

import { Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { Time } from '@/components/layout/time';
import { type Column, DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/table/empty-state';
import { Pager } from '@/components/table/pager';
import { useCursorStack } from '@/components/table/use-cursor-stack';
import type { VersionLine } from '@/lib/configuration/versions/schema';
import { paths } from '@/lib/paths';
import { useAuthors } from './use-authors';
import { useStepText } from './use-step-text';

type Row = VersionLine & { id: string };

export function VersionTable() {
  const t = useTranslations('configuration.versions');
  const paging = useCursorStack();
  const authorsOf = useAuthors();
  const query = useQuery({
    ...apiQuery('config/versions', { cursor: paging.cursor }),
    select: ({ data, nextCursor }) => ({
      data: data.map((line): Row => ({ ...line, id: `${line.number}` })),
      nextCursor: nextCursor === null ? null : `${nextCursor}`,
    }),
  });
  const columns: Column<Row>[] = [
    { id: 'number', title: t('columns.number'), width: 110, render: ({ number }) => number },
    { id: 'at', title: t('columns.at'), width: 150, render: ({ at }) => <Time value={at} /> },
    { id: 'by', title: t('columns.by'), width: 220, render: ({ by }) => authorsOf(by) },
    { id: 'what', title: t('columns.what'), render: (line) => <What line={line} /> },
  ];
  return (
    <>
      <DataTable
        label={t('title')}
        query={query}
        columns={columns}
        rowHref={({ number }) => paths.version(number)}
        empty={
          <EmptyState icon={<IconHistory size={22} />} title={t('empty.title')}>
            {t('empty.body')}
          </EmptyState>
        }
        card={(line) => ({
          title: t('number', { number: line.number }),
          aside: <Time value={line.at} />,
          body: (
            <>
              <Text size="sm">{authorsOf(line.by)}</Text>
              <What line={line} />
            </>
          ),
        })}
      />
      <Pager paging={paging} nextCursor={query.data?.nextCursor} />
    </>
  );
}

function What({ line: { number, things, added, changed, removed } }: { line: VersionLine }) {
  const t = useTranslations('configuration.versions');
  const say = useStepText();
  const more = added + changed + removed - things.length;
  if (number === 1) return t('first');
  return (
    <>
      {things.map((thing) => (
        <Text key={say(thing)} size="sm" style={{ overflowWrap: 'anywhere' }}>
          {say(thing)}
        </Text>
      ))}
      {more > 0 && (
        <Text size="xs" c="dimmed">
          {t('more', { count: more })}
        </Text>
      )}
    </>
  );
}
