'use client';

import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { apiQuery } from '@/components/layout/api';
import { Columns } from '@/components/layout/columns';
import { useConfirm } from '@/components/layout/confirm';
import { DetailScreen } from '@/components/layout/detail-screen';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import { PlainText } from '@/components/table/plain-text';
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
              <SectionCard title={t('variables')}>
                <PlainText label={t('values')} wrap="code">
                  {JSON.stringify(notification.variables, null, 2)}
                </PlainText>
              </SectionCard>
            </>
          }
        />
      )}
    </DetailScreen>
  );
}

function About({ notification }: { notification: NotificationDetail }) {
  const t = useTranslations('notifications.about');
  const { person, contactId, type, title, duplicateOf, createdAt, company } = notification;
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
  const confirm = useConfirm();
  const disabledReason = useLocked('notifications.write', notification);
  const { run, pending } = useAction(cancelNotificationAction, {
    invalidates: ['notifications', 'messages'],
    success: t('done'),
  });
  const ask = async () => {
    const question = { title: t('title'), body: t('body'), confirmLabel: t('confirm'), keepLabel: t('keep') };
    if (await confirm(question)) await run({ id: notification.id });
  };
  return (
    <ReasonedButton
      variant="default"
      loading={pending}
      onClick={() => void ask()}
      disabledReason={disabledReason}
    >
      {t('button')}
    </ReasonedButton>
  );
}
