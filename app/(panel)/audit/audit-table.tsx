'use client';

import { Anchor, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { Time } from '@/components/layout/time';
import { type Column, DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/table/empty-state';
import { Pager } from '@/components/table/pager';
import { useCursorStack } from '@/components/table/use-cursor-stack';
import type { AuditEntry } from '@/lib/audit/schema';
import { Changes } from './changes';
import { useAuditFilter } from './use-audit-filter';

export function AuditTable() {
  const t = useTranslations('audit');
  const paging = useCursorStack();
  const { filter } = useAuditFilter();
  const query = useQuery(apiQuery('audit', { ...filter, cursor: paging.cursor }));
  const columns: Column<AuditEntry>[] = [
    { id: 'at', title: t('columns.at'), width: 150, render: ({ at }) => <Time value={at} /> },
    { id: 'actor', title: t('columns.actor'), width: 220, render: (entry) => <Actor entry={entry} /> },
    { id: 'action', title: t('columns.action'), width: 240, render: (entry) => <Deed entry={entry} /> },
    { id: 'changes', title: t('columns.changes'), render: ({ changes }) => <Changes changes={changes} /> },
  ];
  return (
    <>
      <DataTable
        label={t('title')}
        query={query}
        columns={columns}
        empty={
          <EmptyState icon={<IconHistory size={22} />} title={t('empty.title')}>
            {t('empty.body')}
          </EmptyState>
        }
        card={(entry) => ({
          title: <Deed entry={entry} />,
          aside: <Time value={entry.at} />,
          body: (
            <>
              <Actor entry={entry} />
              <Changes changes={entry.changes} />
            </>
          ),
        })}
      />
      <Pager paging={paging} nextCursor={query.data?.nextCursor} />
    </>
  );
}

function Actor({ entry: { actor, ip } }: { entry: AuditEntry }) {
  const t = useTranslations('audit');
  // What can be done without a sign-in is named by where it was done.
  const door = actor.type === 'command' && t.has(`doors.${actor.name}`) && t(`doors.${actor.name}`);
  return (
    <>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {door || actor.name}
      </Text>
      <Text size="xs" c="dimmed">
        {[t(`actors.${door ? 'nobody' : actor.type}`), ip].filter(Boolean).join(' · ')}
      </Text>
    </>
  );
}

/** What was done, and to what: the name leads to all that was done to it. */
function Deed({ entry: { action, subject } }: { entry: AuditEntry }) {
  const t = useTranslations('audit');
  const { change } = useAuditFilter();
  const key = `actions.${action.replaceAll('.', '_')}`;
  return (
    <>
      <Text size="sm" fw={550}>
        {t.has(key) ? t(key) : action}
      </Text>
      {subject.id && (
        <Anchor
          component="button"
          type="button"
          size="xs"
          ta="left"
          title={t('ofThis')}
          onClick={() => change({ subject: subject.id! })}
        >
          {subject.name ?? subject.id}
        </Anchor>
      )}
    </>
  );
}
