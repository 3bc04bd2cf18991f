'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { ChannelResult } from '@/lib/notifications/schema';

/** `Email, Text message`. */
export function useChannelNames(): (channels: Pick<ChannelResult, 'channel'>[]) => string {
  const t = useTranslations('notification-types.channels');
  const { list } = useFormatter();
  return (channels) =>
    list(
      channels.map(({ channel }) => (t.has(channel as never) ? t(channel as never) : channel)),
      { type: 'unit', style: 'short' },
    );
}
