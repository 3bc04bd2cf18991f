'use client';

import { Anchor, Modal, Stack, Text } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { CopyableText } from '@/components/layout/copyable-text';
import { Time } from '@/components/layout/time';
import type { EventRow } from '@/lib/messages/event-schema';
import { paths } from '@/lib/paths';
import { EventKind } from './event-kind';
import { RawWebhook } from './raw-webhook';

type Props = { event: EventRow; opened: boolean; onClose: () => void };

/** All that is known of an event, with the very words of the provider that told it. */
export function EventWindow({ event, opened, onClose }: Props) {
  const t = useTranslations('events');
  const { id, at, recipient, provider, messageId, detail } = event;
  const inbound = typeof detail?.inbound === 'string' ? detail.inbound : null;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('one')}
      size="xl"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack>
        <div>
          <EventKind row={event} />
          <Text size="sm" mt={6} style={{ overflowWrap: 'anywhere' }}>
            {recipient && (
              <Anchor component={Link} href={paths.recipient(recipient)} inherit>
                {recipient}
              </Anchor>
            )}
            {recipient && provider && ' · '}
            {provider}
          </Text>
          <Text size="sm" c="dimmed">
            <Time value={at} format="absolute" />
          </Text>
          <Anchor component={Link} href={paths.message(messageId)} size="sm">
            {t('openMessage')}
          </Anchor>
        </div>
        <CopyableText label={t('noted')} text={JSON.stringify({ id, messageId, detail }, null, 2)} />
        {inbound ? (
          <RawWebhook id={inbound} />
        ) : (
          <Text size="sm" c="dimmed">
            {t('noWebhook')}
          </Text>
        )}
      </Stack>
    </Modal>
  );
}
