'use client';

import { Group, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconPlayerPause,
} from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { Notice } from '@/components/table/notice';
import { StateBadge } from '@/components/table/state-badge';
import type { MailboxView } from '@/lib/bounces/mailboxes/schema';
import { MailboxActions } from './mailbox-actions';

type Props = { mailbox: MailboxView; onEdit: () => void };

export function MailboxCard({ mailbox, onEdit }: Props) {
  const t = useTranslations('mailboxes');
  const { name, username, host, folder, everyMinutes, readAt, failure, company } = mailbox;
  return (
    <SectionCard title={name} actions={<State mailbox={mailbox} />}>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {t('where', { username, host, folder })}
        {company && ` · ${company}`}
      </Text>
      <Text size="sm" c="dimmed">
        {readAt
          ? t.rich('readAt', { minutes: everyMinutes, time: () => <Time value={readAt} /> })
          : t('neverRead', { minutes: everyMinutes })}
      </Text>
      <Text size="sm" c="dimmed">
        {t('counts', { read: mailbox.mailsRead, noted: mailbox.mailsNoted })}
        {mailbox.mailsUnreadable > 0 && ` ${t('unreadable', { count: mailbox.mailsUnreadable })}`}
      </Text>
      {failure && mailbox.active && (
        <Notice
          tone="bad"
          mt="sm"
          icon={<IconAlertTriangle aria-hidden />}
          title={t(`causes.${failure.cause}.what`)}
        >
          <Text size="sm">{t(`causes.${failure.cause}.fix`)}</Text>
          <Text size="sm">{t.rich('since', { time: () => <Time value={failure.since} /> })}</Text>
          {failure.reply && (
            <Text size="xs" ff="monospace" mt={4} style={{ overflowWrap: 'anywhere' }}>
              {failure.reply}
            </Text>
          )}
        </Notice>
      )}
      <Group mt="md" gap="xs">
        <MailboxActions mailbox={mailbox} onEdit={onEdit} />
      </Group>
    </SectionCard>
  );
}

function State({ mailbox: { active, failure, readAt } }: { mailbox: MailboxView }) {
  const t = useTranslations('mailboxes.state');
  if (!active)
    return (
      <StateBadge tone="quiet" icon={IconPlayerPause}>
        {t('paused')}
      </StateBadge>
    );
  if (failure)
    return (
      <StateBadge tone="bad" icon={IconCircleX}>
        {t('failing')}
      </StateBadge>
    );
  return readAt ? (
    <StateBadge tone="good" icon={IconCircleCheck}>
      {t('read')}
    </StateBadge>
  ) : (
    <StateBadge tone="busy" icon={IconClock}>
      {t('waiting')}
    </StateBadge>
  );
}
