'use client';

import { Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCheck,
  IconChecks,
  IconCircleX,
  IconClock,
  IconHelpCircle,
  IconInbox,
  IconThumbDown,
} from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { RowList } from '@/components/table/row-list';
import { StateBadge } from '@/components/table/state-badge';
import type { MessageDetail } from '@/lib/messages/view-schema';
import { ReplyText } from '../reply-text';
import { RECIPIENT_TONES } from '../state-tones';
import classes from './message-page.module.css';

type Recipient = MessageDetail['recipients'][number];

const ICONS: Record<Recipient['status'], typeof IconCheck> = {
  waiting: IconClock,
  accepted: IconCheck,
  delivered: IconChecks,
  captured: IconInbox,
  bounced: IconCircleX,
  complained: IconThumbDown,
  failed: IconAlertTriangle,
  unknown: IconHelpCircle,
};

/** Everyone it was written to, each with a result of their own and what their server said. */
export function RecipientList({ recipients }: { recipients: Recipient[] }) {
  const t = useTranslations('messages.recipients');
  return (
    <RowList>
      {recipients.map((recipient) => {
        const icon = ICONS[recipient.status];
        return (
          <li key={`${recipient.kind}:${recipient.address}`} className={classes.row}>
            <div className={classes.grow}>
              <Text size="sm">
                {recipient.name ? `${recipient.name} ` : ''}
                <Text span c={recipient.name ? 'dimmed' : undefined} inherit>
                  {recipient.address}
                </Text>
                {recipient.kind !== 'to' && (
                  <Text span size="xs" c="dimmed">
                    {' '}
                    · {t(`kind.${recipient.kind}`)}
                  </Text>
                )}
              </Text>
              <ReplyText of={recipient} />
            </div>
            <StateBadge tone={RECIPIENT_TONES[recipient.status]} icon={icon}>
              {t(`status.${recipient.status}`)}
            </StateBadge>
          </li>
        );
      })}
    </RowList>
  );
}
