'use client';

import { Anchor, Group, Table, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { WindowButton } from '@/components/form/window-button';
import { apiQuery } from '@/components/layout/api';
import { Columns } from '@/components/layout/columns';
import { DetailScreen } from '@/components/layout/detail-screen';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { useLocked } from '@/components/layout/use-locked';
import type { ContactView } from '@/lib/contacts/schema';
import { paths } from '@/lib/paths';
import { NotificationTable } from '../../notifications/notification-table';
import { nameOf } from '../name-of';
import { DeleteContact } from './delete-contact';
import { TwinsCard } from './twins-card';
import { WishesCard } from './wishes-card';

const ContactWindow = dynamic(() => import('../contact-window').then((module) => module.ContactWindow), {
  ssr: false,
});

/** One person: where they are reached, what is known of them, and the way to all that happened to them. */
export function ContactScreen({ id }: { id: string }) {
  const t = useTranslations('contacts');
  const query = useQuery(apiQuery('contacts/[id]', { id }));
  return (
    <DetailScreen
      query={query}
      kind={t('one')}
      back={{ href: paths.contacts(), label: t('title') }}
      head={(contact) => ({
        title: nameOf(contact),
        state: contact.company ?? undefined,
        actions: <Actions contact={contact} />,
      })}
    >
      {(contact) => (
        <Columns
          main={
            <>
              <Addresses contact={contact} />
              <SectionCard title={t('told')}>
                <NotificationTable filter={{ contact: contact.id }} />
              </SectionCard>
            </>
          }
          beside={
            <>
              <TwinsCard contact={contact} />
              <WishesCard contact={contact} />
              <OwnFields contact={contact} />
              <About contact={contact} />
            </>
          }
        />
      )}
    </DetailScreen>
  );
}

function Actions({ contact }: { contact: ContactView }) {
  const t = useTranslations('contacts');
  const disabledReason = useLocked('contacts.write', contact);
  return (
    <Group gap="xs">
      <DeleteContact contact={contact} />
      <WindowButton
        leftSection={<IconPencil size={16} aria-hidden />}
        window={(props) => <ContactWindow {...props} stored={contact} />}
        disabledReason={disabledReason}
      >
        {t('edit')}
      </WindowButton>
    </Group>
  );
}

const REACHED = ['email', 'phone', 'whatsapp', 'telegram', 'slack'] as const;

function Addresses({ contact }: { contact: ContactView }) {
  const t = useTranslations('contacts');
  const known = REACHED.flatMap((name) => (contact[name] ? [{ name, value: contact[name] }] : []));
  const stories = known.filter(({ name }) => name !== 'telegram' && name !== 'slack');
  return (
    <SectionCard title={t('addresses.title')} lead={t('addresses.lead')}>
      {known.length > 0 ? (
        <Facts rows={known.map(({ name, value }) => [t(`addresses.${name}`), value])} />
      ) : (
        <Text size="sm">{t('addresses.none')}</Text>
      )}
      {[...new Set(stories.map(({ value }) => value))].map((value) => (
        <Text size="sm" mt="xs" key={value}>
          <Anchor component={Link} href={paths.recipient(value)} underline="always">
            {t('addresses.story', { address: value })}
          </Anchor>
        </Text>
      ))}
    </SectionCard>
  );
}

function OwnFields({ contact }: { contact: ContactView }) {
  const t = useTranslations('contacts.fields');
  const rows = Object.entries(contact.fields).map(([name, value]): [string, string] => [name, String(value)]);
  return (
    <SectionCard title={t('title')} lead={t('lead')}>
      {rows.length > 0 ? <Facts rows={rows} /> : <Text size="sm">{t('none')}</Text>}
    </SectionCard>
  );
}

function About({ contact }: { contact: ContactView }) {
  const t = useTranslations('contacts.about');
  const { key, language, timeZone, createdAt, updatedAt } = contact;
  const rows: [string, string | null][] = [
    [t('key'), key],
    [t('language'), language],
    [t('timeZone'), timeZone],
  ];
  return (
    <SectionCard title={t('title')}>
      <Facts rows={rows.flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []))} />
      <Text size="sm" c="dimmed" mt="xs">
        {t('created')} <Time value={createdAt} /> · {t('updated')} <Time value={updatedAt} />
      </Text>
    </SectionCard>
  );
}

function Facts({ rows }: { rows: [name: string, value: string][] }) {
  if (rows.length === 0) return null;
  return (
    <Table>
      <Table.Tbody>
        {rows.map(([name, value]) => (
          <Table.Tr key={name}>
            <Table.Th scope="row" fw={500} w="40%">
              {name}
            </Table.Th>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{value}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
