'use client';

import { Anchor, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconMailOff } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { apiQuery } from '@/components/layout/api';
import { useConfirm } from '@/components/layout/confirm';
import { Time } from '@/components/layout/time';
import { useAction } from '@/components/layout/use-action';
import { useCompanies } from '@/components/layout/use-companies';
import { useLocked } from '@/components/layout/use-locked';
import { type Column, DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/table/empty-state';
import { Pager } from '@/components/table/pager';
import { useCursorStack } from '@/components/table/use-cursor-stack';
import { paths } from '@/lib/paths';
import type { SuppressionView } from '@/lib/suppressions/schema';
import { removeSuppressionAction } from './actions';
import { useSuppressionFilter } from './use-suppression-filter';

/** While somebody types. */
const ASK_AFTER_MS = 250;

export function SuppressionTable() {
  const t = useTranslations('suppressions');
  const paging = useCursorStack();
  const { filter } = useSuppressionFilter();
  const [q] = useDebouncedValue(filter.q?.trim(), ASK_AFTER_MS);
  const query = useQuery({
    ...apiQuery('suppressions', { ...filter, q: q || undefined, cursor: paging.cursor }),
    placeholderData: keepPreviousData,
  });
  const isFiltered = Object.keys(filter).length > 0;
  const columns: Column<SuppressionView>[] = [
    {
      id: 'address',
      title: t('columns.address'),
      width: 260,
      render: ({ address }) => <Address>{address}</Address>,
    },
    { id: 'why', title: t('columns.why'), render: (row) => <Why row={row} /> },
    { id: 'since', title: t('columns.since'), width: 190, render: (row) => <Since row={row} /> },
    { id: 'remove', title: t('columns.remove'), width: 130, render: (row) => <Remove row={row} /> },
  ];
  return (
    <>
      <DataTable
        label={t('title')}
        query={query}
        columns={columns}
        empty={
          <EmptyState
            icon={<IconMailOff size={22} aria-hidden />}
            title={t(isFiltered ? 'empty.filtered' : 'empty.title')}
          >
            {t(isFiltered ? 'empty.filteredBody' : 'empty.body')}
          </EmptyState>
        }
        card={(row) => ({
          title: <Address>{row.address}</Address>,
          body: (
            <Stack gap={4} align="flex-start">
              <Why row={row} />
              <Since row={row} />
              <Remove row={row} />
            </Stack>
          ),
        })}
      />
      <Pager paging={paging} nextCursor={query.data?.nextCursor} />
    </>
  );
}

function Address({ children }: { children: string }) {
  return (
    <Text size="sm" fw={550} style={{ overflowWrap: 'anywhere' }}>
      <Anchor component={Link} href={paths.recipient(children)} inherit>
        {children}
      </Anchor>
    </Text>
  );
}

function Why({ row }: { row: SuppressionView }) {
  const { cause, category, reason, provider, addedBy, company } = row;
  const t = useTranslations('suppressions');
  const companies = useCompanies();
  const owner = companies.find(({ key }) => key === company)?.name ?? t('everyCompany');
  const scope = t(`scope.${category ?? 'all'}`);
  return (
    <>
      <Text size="sm">
        {t(`cause.${cause}`)} · {scope}
        {companies.length > 1 && ` · ${owner}`}
      </Text>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {[reason, provider, addedBy].filter(Boolean).join(' · ')}
      </Text>
    </>
  );
}

function Since({ row: { lastAt, until } }: { row: SuppressionView }) {
  const t = useTranslations('suppressions');
  return (
    <>
      <Time value={lastAt} />
      {until && (
        <Text size="xs" c="dimmed">
          {t.rich('until', { time: () => <Time value={until} /> })}
        </Text>
      )}
    </>
  );
}

function Remove({ row }: { row: SuppressionView }) {
  const { id, address } = row;
  const t = useTranslations('suppressions.remove');
  const confirm = useConfirm();
  const locked = useLocked('suppressions.write', row);
  const { run, pending } = useAction(removeSuppressionAction, {
    invalidates: ['suppressions'],
    success: t('done'),
  });
  const ask = async () => {
    const question = {
      title: t('title', { address }),
      body: t('body'),
      confirmLabel: t('confirm'),
      keepLabel: t('keep'),
    };
    if (await confirm(question)) await run({ address, id });
  };
  return (
    <ReasonedButton
      variant="subtle"
      size="compact-sm"
      ml={-8}
      loading={pending}
      aria-label={t('one', { address })}
      onClick={() => void ask()}
      disabledReason={locked}
    >
      {t('button')}
    </ReasonedButton>
  );
}
