'use client';

import { Stack } from '@mantine/core';
import { IconMailbox, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { apiQuery } from '@/components/layout/api';
import { OnceOpened } from '@/components/layout/once-opened';
import { PageHeader } from '@/components/layout/page-header';
import { pollEvery } from '@/components/layout/poll-every';
import { useLocked } from '@/components/layout/use-locked';
import { EmptyState } from '@/components/table/empty-state';
import { QueryState } from '@/components/table/query-state';
import { MailboxCard } from './mailbox-card';

const MailboxWindow = dynamic(() => import('./mailbox-window').then((module) => module.MailboxWindow), {
  ssr: false,
});

/** How it stands changes by itself each minute. */
const REFRESH_MS = 15_000;

/** The mailboxes to which bounces come, and whether each can be read. */
export function MailboxesScreen() {
  const t = useTranslations('mailboxes');
  const locked = useLocked('settings.write');
  const query = useQuery({ ...apiQuery('bounce-mailboxes'), refetchInterval: pollEvery(REFRESH_MS) });
  const [open, setOpen] = useState<string | null>(null);
  const chosen = query.data?.data.find(({ id }) => id === open) ?? null;
  const add = (
    <ReasonedButton
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => setOpen('new')}
      disabledReason={locked}
    >
      {t('add')}
    </ReasonedButton>
  );
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} actions={add} />
      <QueryState query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState icon={<IconMailbox size={22} aria-hidden />} title={t('empty.title')} action={add}>
              {t('empty.body')}
            </EmptyState>
          ) : (
            <Stack>
              {data.map((mailbox) => (
                <MailboxCard key={mailbox.id} mailbox={mailbox} onEdit={() => setOpen(mailbox.id)} />
              ))}
            </Stack>
          )
        }
      </QueryState>
      <OnceOpened opened={open !== null}>
        <MailboxWindow opened={open !== null} stored={chosen} onClose={() => setOpen(null)} />
      </OnceOpened>
    </>
  );
}
