'use client';

import { Anchor, Badge, Group, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { useMe } from '@/components/layout/me';
import { NOTHING } from '@/components/layout/quantities';
import { Time } from '@/components/layout/time';
import { useCompanies } from '@/components/layout/use-companies';
import { type Column, DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/table/empty-state';
import { paths } from '@/lib/paths';
import { InvitationActions } from './invitation-actions';
import { PersonBadge } from './person-badge';
import { type Row, toRows } from './person-state';
import { useReach } from './use-reach';

/** Those who are there and those who are invited, in one list. */
export function PeopleTable() {
  const t = useTranslations('people');
  const tRoles = useTranslations('account.roles');
  const people = useQuery(apiQuery('people'));
  const invitations = useQuery(apiQuery('people/invitations'));
  const reach = useReach();
  const hasCompanies = useCompanies().length > 0;
  const of = (row: Row) => ('person' in row ? row.person : row.invitation);
  const role = (row: Row) => tRoles(of(row).role);
  const columns: Column<Row>[] = [
    { id: 'name', title: t('columns.name'), render: (row) => <Name row={row} /> },
    { id: 'role', title: t('columns.role'), render: role },
    ...(hasCompanies
      ? [{ id: 'companies', title: t('columns.companies'), render: (row: Row) => reach(of(row).companies) }]
      : []),
    { id: 'state', title: t('columns.state'), width: 200, render: (row) => <PersonBadge row={row} /> },
    { id: 'seen', title: t('columns.seen'), width: 150, render: (row) => <Seen row={row} /> },
    {
      id: 'actions',
      title: t('columns.actions'),
      align: 'right',
      width: 230,
      render: (row) => <Actions row={row} />,
    },
  ];
  const rows =
    people.data && invitations.data ? { data: toRows(people.data.data, invitations.data.data) } : undefined;
  return (
    <DataTable
      label={t('title')}
      query={{
        data: rows,
        error: people.error ?? invitations.error,
        refetch: () => Promise.all([people.refetch(), invitations.refetch()]),
      }}
      columns={columns}
      // Whoever reads this is in it.
      empty={<EmptyState icon={<IconUsers size={22} />} title={t('title')} />}
      card={(row) => ({
        title: <Name row={row} />,
        aside: <PersonBadge row={row} />,
        body: (
          <Group justify="space-between" align="flex-end" gap="xs">
            <Text size="sm" c="dimmed">
              {[role(row), hasCompanies && reach(of(row).companies)].filter(Boolean).join(' · ')}
            </Text>
            <Actions row={row} />
          </Group>
        ),
      })}
    />
  );
}

function Name({ row }: { row: Row }) {
  const t = useTranslations('people');
  const { id: mine } = useMe();
  if ('invitation' in row)
    return (
      <>
        <Text size="sm" fw={550} style={{ overflowWrap: 'anywhere' }}>
          {row.invitation.email}
        </Text>
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {t('invitedBy', { who: row.invitation.invitedBy })}
        </Text>
      </>
    );
  const { id, name, email } = row.person;
  return (
    <>
      <Group gap="xs">
        <Anchor component={Link} href={paths.person(id)} size="sm" fw={550}>
          {name}
        </Anchor>
        {id === mine && <Badge variant="outline">{t('you')}</Badge>}
      </Group>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {email}
      </Text>
    </>
  );
}

function Seen({ row }: { row: Row }) {
  const t = useTranslations('people');
  if ('invitation' in row) return NOTHING;
  return row.person.lastSeenAt ? <Time value={row.person.lastSeenAt} /> : t('never');
}

function Actions({ row }: { row: Row }) {
  return 'invitation' in row ? <InvitationActions invitation={row.invitation} /> : null;
}
