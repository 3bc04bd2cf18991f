'use client';

import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { Columns } from '@/components/layout/columns';
import { DetailScreen } from '@/components/layout/detail-screen';
import { paths } from '@/lib/paths';
import { PersonBadge } from '../person-badge';
import { isLastAdministrator } from '../person-state';
import { AccountCard } from './account-card';
import { ActivatePerson } from './activate-person';
import { PersonCard } from './person-card';
import { PersonSessions } from './person-sessions';
import { ResetPassword } from './reset-password';

/** One person: what they may do, whether they can sign in, what is known of them. */
export function PersonScreen({ id }: { id: string }) {
  const t = useTranslations('people');
  const query = useQuery(apiQuery('people/[id]', { id }));
  const people = useQuery(apiQuery('people')).data?.data ?? [];
  return (
    <DetailScreen
      query={query}
      kind={t('one')}
      back={{ href: paths.people(), label: t('title') }}
      head={(person) => ({
        title: person.name,
        state: (
          <Group component="span" gap="xs">
            <PersonBadge row={{ id, person }} />
            {person.email}
          </Group>
        ),
        actions: (
          <>
            <ResetPassword person={person} />
            <ActivatePerson person={person} isLast={isLastAdministrator(person, people)} />
          </>
        ),
      })}
    >
      {(person) => (
        <Columns
          main={<PersonCard person={person} isLast={isLastAdministrator(person, people)} />}
          beside={
            <>
              <AccountCard person={person} />
              <PersonSessions person={person} />
            </>
          }
        />
      )}
    </DetailScreen>
  );
}
