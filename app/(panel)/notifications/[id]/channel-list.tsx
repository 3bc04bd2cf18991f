'use client';

import { Anchor, Group, Stack, Text } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useMoney } from '@/components/layout/money';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import type { ChannelResult, NotificationDetail } from '@/lib/notifications/schema';
import { paths } from '@/lib/paths';

/** Each channel in its order: whether its turn came, and what became of its message. */
export function ChannelList({ notification }: { notification: NotificationDetail }) {
  const t = useTranslations('notifications');
  const { channels, mode } = notification;
  return (
    <SectionCard title={t('channels.title')} lead={t(`channels.${mode}`)}>
      <Stack component="ol" gap="md" pl="lg" m={0}>
        {channels.map((channel, index) => (
          <li key={channel.channel}>
            <Channel
              result={channel}
              waits={mode === 'until_delivered' && channel.at !== null && index < channels.length - 1}
            />
          </li>
        ))}
      </Stack>
    </SectionCard>
  );
}

function Channel({ result, waits }: { result: ChannelResult; waits: boolean }) {
  const t = useTranslations('notifications');
  const tTypes = useTranslations('notification-types.channels');
  const tReason = useTranslations('messages.reason');
  const tFlaw = useTranslations('flaws');
  const { channel, address, state, reason, messageId, cost, at, waitMinutes } = result;
  const money = useMoney();
  const why = reason
    ? t.has(`reasons.${reason}` as never)
      ? t(`reasons.${reason}` as never)
      : tReason.has(reason as never)
        ? tReason(reason as never)
        : tFlaw.has(reason as never)
          ? tFlaw(reason as never)
          : reason
    : null;
  return (
    <>
      <Group gap={6}>
        <Text fw={600}>{tTypes.has(channel as never) ? tTypes(channel as never) : channel}</Text>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {address}
        </Text>
      </Group>
      <Text size="sm">
        {t.has(`channelStates.${state}` as never) ? t(`channelStates.${state}` as never) : state}
        {why && `: ${why}`}
      </Text>
      {at && (
        <Text size="sm" c="dimmed">
          <Time value={at} />
          {waits && ` · ${t('waits', { count: waitMinutes })}`}
          {cost !== null && ` · ${t('cost', { amount: money(cost) })}`}
        </Text>
      )}
      {messageId && (
        <Anchor component={Link} href={paths.message(messageId)} size="sm" underline="always">
          {t('openMessage', { channel: tTypes.has(channel as never) ? tTypes(channel as never) : channel })}
        </Anchor>
      )}
    </>
  );
}
