'use client';

import { Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAddressBook } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { apiQuery } from '@/components/layout/api';
import { Time } from '@/components/layout/time';
import { type Column, DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/table/empty-state';
import { Pager } from '@/components/table/pager';
import { useCursorStack } from '@/components/table/use-cursor-stack';
import type { ContactView } from '@/lib/contacts/schema';
import { paths } from '@/lib/paths';
import { nameOf } from './name-of';

/** While somebody types. */
const ASK_AFTER_MS = 250;

type Props = { q: string | null; actions: ReactNode };

export function ContactTable({ q, actions }: Props) {
  const t = useTranslations('contacts');
  const paging = useCursorStack();
  const [words] = useDebouncedValue(q?.trim(), ASK_AFTER_MS);
  const query = useQuery({
    ...apiQuery('contacts', { q: words || undefined, cursor: paging.cursor }),
    placeholderData: keepPreviousData,
  });
  const columns: Column<ContactView>[] = [
    { id: 'name', title: t('columns.name'), render: (contact) => <Name contact={contact} /> },
    { id: 'email', title: t('columns.email'), render: ({ email }) => <Address>{email}</Address> },
    { id: 'phone', title: t('columns.phone'), render: ({ phone, whatsapp }) => phone ?? whatsapp },
    { id: 'language', title: t('columns.language'), render: ({ language }) => language },
    { id: 'updatedAt', title: t('columns.updatedAt'), render: ({ updatedAt }) => <Time value={updatedAt} /> },
  ];
  const empty = (
    <EmptyState
      icon={<IconAddressBook size={22} aria-hidden />}
      title={t(q ? 'empty.filtered' : 'empty.title')}
      action={q ? undefined : actions}
    >
      {t(q ? 'empty.filteredBody' : 'empty.body')}
    </EmptyState>
  );
  return (
    <>
      <DataTable
        label={t('title')}
        query={query}
        columns={columns}
        rowHref={({ id }) => paths.contact(id)}
        empty={empty}
        card={(contact) => ({
          title: <Name contact={contact} />,
          body: (
            <Stack gap={2}>
              <Address>{contact.email}</Address>
              <Text size="sm">{contact.phone ?? contact.whatsapp}</Text>
            </Stack>
          ),
        })}
      />
      <Pager paging={paging} nextCursor={query.data?.nextCursor} />
    </>
  );
}

function Name({ contact }: { contact: ContactView }) {
  const { key, company } = contact;
  const name = nameOf(contact);
  const more = [key !== name && key, company].filter(Boolean).join(' · ');
  return (
    <>
      {name}
      {more && (
        <Text span display="block" size="xs" c="dimmed" ff="monospace">
          {more}
        </Text>
      )}
    </>
  );
}

function Address({ children }: { children: string | null }) {
  return (
    <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
      {children}
    </Text>
  );
}
