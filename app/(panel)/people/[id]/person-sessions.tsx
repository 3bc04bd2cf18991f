'use client';

import { Button, Group, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { SessionList } from '@/app/(panel)/account/session-list';
import { apiQuery } from '@/components/layout/api';
import { useConfirm } from '@/components/layout/confirm';
import { nounKey } from '@/components/layout/noun-key';
import { SectionCard } from '@/components/layout/section-card';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import { QueryState } from '@/components/table/query-state';
import type { PersonView } from '@/lib/people/schema';
import { endPersonSessionAction, signPersonOutAction } from '../actions';

/** Where the person is signed in, for who may end it. */
export function PersonSessions({ person }: { person: PersonView }) {
  const locked = useLocked('people.write');
  return locked ? null : <Sessions person={person} />;
}

function Sessions({ person: { id, name } }: { person: PersonView }) {
  const t = useTranslations('people.sessions');
  const query = useQuery(apiQuery('people/[id]/sessions', { id }));
  const queryClient = useQueryClient();
  const refresh = () => void queryClient.invalidateQueries({ queryKey: nounKey('people') });
  return (
    <SectionCard title={t('title')}>
      <QueryState query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('none')}
            </Text>
          ) : (
            <>
              <SessionList
                sessions={data}
                end={({ id: sessionId }) => endPersonSessionAction({ id, sessionId })}
                onEnded={refresh}
              />
              <SignOut id={id} name={name} />
            </>
          )
        }
      </QueryState>
    </SectionCard>
  );
}

function SignOut({ id, name }: { id: string; name: string }) {
  const t = useTranslations('people.sessions');
  const confirm = useConfirm();
  const { run, pending } = useAction(signPersonOutAction, {
    invalidates: ['people'],
    success: t('done', { name }),
  });
  const ask = async () => {
    const question = { title: t('signOutTitle', { name }), body: t('signOutBody') };
    if (await confirm({ ...question, confirmLabel: t('signOut'), keepLabel: t('keep'), danger: true }))
      await run({ id });
  };
  return (
    <Group justify="flex-end" mt="sm">
      <Button variant="default" size="sm" loading={pending} onClick={() => void ask()}>
        {t('signOut')}
      </Button>
    </Group>
  );
}
