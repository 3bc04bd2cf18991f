'use client';

import { Anchor, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { AskingButton } from '@/components/form/asking-button';
import { apiQuery } from '@/components/layout/api';
import { Columns } from '@/components/layout/columns';
import { DetailScreen } from '@/components/layout/detail-screen';
import { useMode } from '@/components/layout/mode';
import { useMoney } from '@/components/layout/money';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import { PlainText } from '@/components/table/plain-text';
import { fromMicros, toMicros } from '@/lib/money';
import type { NotificationDetail } from '@/lib/notifications/schema';
import { paths } from '@/lib/paths';
import { cancelNotificationAction } from '../actions';
import { NotificationBadge } from '../notification-badge';
import { ChannelList } from './channel-list';

/** One notification: whom it is for, and what became of it on each channel. */
export function NotificationScreen({ id }: { id: string }) {
  const t = useTranslations('notifications');
  const query = useQuery(apiQuery('notifications/[id]', { id }));
  return (
    <DetailScreen
      query={query}
      kind={t('one')}
      back={{ href: paths.notifications(), label: t('title') }}
      head={(notification) => ({
        title: notification.title,
        state: <NotificationBadge notification={notification} />,
        actions: notification.state === 'waiting' ? <Cancel notification={notification} /> : undefined,
      })}
    >
      {(notification) => (
        <Columns
          main={<ChannelList notification={notification} />}
          beside={
            <>
              <About notification={notification} />
              <Told variables={notification.variables} />
            </>
          }
        />
      )}
    </DetailScreen>
  );
}

/** As a program sent it for who reads JSON, name by name for everybody else. */
function Told({ variables }: { variables: Record<string, unknown> }) {
  const t = useTranslations('notifications');
  const { technical } = useMode();
  const said = Object.entries(variables);
  return (
    <SectionCard title={t('variables')}>
      {technical ? (
        <PlainText label={t('values')} wrap="code">
          {JSON.stringify(variables, null, 2)}
        </PlainText>
      ) : (
        <Table aria-label={t('values')} layout="fixed">
          <Table.Tbody>
            {said.map(([name, value]) => (
              <Table.Tr key={name}>
                <Table.Th scope="row" fw={500} w="40%" style={{ overflowWrap: 'anywhere' }}>
                  {name}
                </Table.Th>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  {typeof value === 'string' ? value : JSON.stringify(value)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {said.length === 0 && !technical && <Text size="sm">{t('noValues')}</Text>}
    </SectionCard>
  );
}

function About({ notification }: { notification: NotificationDetail }) {
  const t = useTranslations('notifications.about');
  const { person, contactId, type, title, duplicateOf, createdAt, company, channels } = notification;
  const money = useMoney();
  const costs = channels.flatMap(({ cost }) => cost ?? []);
  return (
    <SectionCard title={t('title')}>
      <Text size="sm">
        {t('person')}{' '}
        {contactId ? (
          <Anchor component={Link} href={paths.contact(contactId)} underline="always" inherit>
            {person}
          </Anchor>
        ) : (
          person
        )}
      </Text>
      <Text size="sm">
        {t('type')}{' '}
        <Anchor component={Link} href={paths.notificationType(type)} underline="always" inherit>
          {title}
        </Anchor>
      </Text>
      <Text size="sm">
        {t('at')} <Time value={createdAt} />
        {company && ` · ${company}`}
      </Text>
      {costs.length > 1 && (
        <Text size="sm">
          {t('costs')} {money(fromMicros(costs.reduce((sum, cost) => sum + toMicros(cost), 0)))}
        </Text>
      )}
      {duplicateOf && (
        <Text size="sm" mt="xs">
          {t('duplicate')}{' '}
          <Anchor component={Link} href={paths.notification(duplicateOf.id)} underline="always" inherit>
            <Time value={duplicateOf.createdAt} />
          </Anchor>
        </Text>
      )}
    </SectionCard>
  );
}

function Cancel({ notification }: { notification: NotificationDetail }) {
  const t = useTranslations('notifications.cancel');
  const disabledReason = useLocked('notifications.write', notification);
  const { run, pending } = useAction(cancelNotificationAction, {
    invalidates: ['notifications', 'messages'],
    success: t('done'),
  });
  return (
    <AskingButton
      question={{ title: t('title'), body: t('body'), confirmLabel: t('confirm'), keepLabel: t('keep') }}
      onYes={() => run({ id: notification.id })}
      pending={pending}
      disabledReason={disabledReason}
    >
      {t('button')}
    </AskingButton>
  );
}
