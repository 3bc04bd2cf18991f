'use client';

import { Button, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { apiQuery } from '@/components/layout/api';
import { useConfirm } from '@/components/layout/confirm';
import { Time } from '@/components/layout/time';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import { type Column, DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/table/empty-state';
import { Pager } from '@/components/table/pager';
import { useCursorStack } from '@/components/table/use-cursor-stack';
import { MEMBER_STATES, type MemberState } from '@/lib/lists/member-states';
import type { ListView, MemberView } from '@/lib/lists/schema';
import { paths } from '@/lib/paths';
import { unsubscribeAction } from '../actions';

export function MemberTable({ list }: { list: ListView }) {
  const t = useTranslations('lists');
  const paging = useCursorStack();
  const [{ state }, setValues] = useQueryStates({
    state: parseAsStringLiteral(MEMBER_STATES).withDefault('subscribed'),
    page: parseAsString,
  });
  const query = useQuery({
    ...apiQuery('lists/[id]/members', { id: list.id, state, cursor: paging.cursor }),
    placeholderData: keepPreviousData,
  });
  const columns: Column<MemberView>[] = [
    { id: 'name', title: t('members.name'), render: nameOf },
    { id: 'email', title: t('members.email'), render: ({ email }) => email },
    { id: 'since', title: t('members.since'), width: 130, render: (one) => <Since member={one} /> },
    {
      id: 'leave',
      title: t('members.leave'),
      width: 95,
      render: (one) => <Leave list={list} member={one} />,
    },
  ];
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label={t('members.states')}
        value={state}
        onChange={(value) => void setValues({ state: value as MemberState, page: null })}
        data={MEMBER_STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
      />
      <DataTable
        label={t('members.title')}
        query={query}
        columns={columns}
        rowHref={({ id }) => paths.contact(id)}
        empty={
          <EmptyState icon={<IconUsersGroup size={22} aria-hidden />} title={t('members.none')}>
            {t('members.noneBody')}
          </EmptyState>
        }
        card={(one) => ({ title: nameOf(one), body: <Text size="sm">{one.email}</Text> })}
      />
      <Pager paging={paging} nextCursor={query.data?.nextCursor} />
    </Stack>
  );
}

const nameOf = ({ name, email }: MemberView) => name ?? email;

function Since({ member: { state, source, agreedAt, leftAt } }: { member: MemberView }) {
  const t = useTranslations('lists.sources');
  const at = state === 'unsubscribed' ? leftAt : agreedAt;
  return (
    <>
      {at && <Time value={at} />}
      <Text size="xs" c="dimmed">
        {t(`${source}` as never)}
      </Text>
    </>
  );
}

function Leave({ list, member }: { list: ListView; member: MemberView }) {
  const t = useTranslations('lists.members');
  const confirm = useConfirm();
  const disabledReason = useLocked('lists.write', list);
  const { run, pending } = useAction(unsubscribeAction, { invalidates: ['lists'], success: t('left') });
  if (member.state === 'unsubscribed' || disabledReason) return null;
  const ask = async () => {
    const question = { title: t('leaveTitle'), body: t('leaveBody', { name: nameOf(member) ?? '' }) };
    if (await confirm({ ...question, confirmLabel: t('leave'), keepLabel: t('stay'), danger: true }))
      await run({ id: list.id, contact: member.id });
  };
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      loading={pending}
      aria-label={`${t('leave')}: ${nameOf(member)}`}
      onClick={() => void ask()}
    >
      {t('leave')}
    </Button>
  );
}
