'use client';

import { Anchor, Button, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCheck,
  IconChecks,
  IconCircleX,
  IconClock,
  IconHelpCircle,
  IconInbox,
  IconMailOff,
  IconThumbDown,
} from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { RowList } from '@/components/table/row-list';
import { StateBadge } from '@/components/table/state-badge';
import type { MessageDetail } from '@/lib/messages/view-schema';
import { paths } from '@/lib/paths';
import { RECIPIENT_TONES } from '../state-tones';
import { correctableOf, type Recipient } from './correctable';
import classes from './message-page.module.css';
import { WhySuppressed } from './why-suppressed';

const ICONS: Record<Recipient['status'], typeof IconCheck> = {
  waiting: IconClock,
  accepted: IconCheck,
  delivered: IconChecks,
  captured: IconInbox,
  bounced: IconCircleX,
  complained: IconThumbDown,
  failed: IconAlertTriangle,
  suppressed: IconMailOff,
  unknown: IconHelpCircle,
};

type Props = {
  message: MessageDetail;
  /** Absent: this person may not. */
  onCorrect?: (address: string) => void;
};

/** Everyone it was written to, each with a state of their own; what was said of them is told once, by the record. */
export function RecipientList({ message, onCorrect }: Props) {
  const t = useTranslations('messages.recipients');
  const correctable = correctableOf(message);
  return (
    <RowList>
      {message.recipients.map((recipient) => {
        const { kind, address, name, status, corrected } = recipient;
        return (
          <li key={`${kind}:${address}`} className={classes.row}>
            <div className={classes.grow}>
              <Text size="sm">
                {name ? `${name} ` : ''}
                <Anchor
                  component={Link}
                  href={paths.recipient(address)}
                  inherit
                  display="inline-block"
                  lh="24px"
                >
                  {address}
                </Anchor>
                {kind !== 'to' && (
                  <Text span size="xs" c="dimmed">
                    {' '}
                    · {t(`kind.${kind}`)}
                  </Text>
                )}
              </Text>
              <WhySuppressed recipient={recipient} />
              {corrected && (
                <Text size="xs" c="dimmed">
                  {t.rich('corrected', {
                    address: () => (
                      <Anchor component={Link} href={paths.message(corrected.messageId)} size="xs">
                        {corrected.address}
                      </Anchor>
                    ),
                  })}
                </Text>
              )}
              {onCorrect && correctable.includes(recipient) && (
                <Button
                  variant="subtle"
                  size="compact-xs"
                  ml={-8}
                  mt={4}
                  aria-label={t('correctOne', { address })}
                  onClick={() => onCorrect(address)}
                >
                  {t('correct')}
                </Button>
              )}
            </div>
            <StateBadge tone={RECIPIENT_TONES[status]} icon={ICONS[status]}>
              {t(`status.${status}`)}
            </StateBadge>
          </li>
        );
      })}
    </RowList>
  );
}
