'use client';

import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { useVisit } from '@/components/layout/leave';
import { DEFAULT_CHANNEL } from '@/lib/channels/default-channel';
import { findForm } from '@/lib/channels/forms';
import { paths } from '@/lib/paths';

/** By what a message goes, of what there is a provider for; nothing to choose where that is email alone. */
export function ChannelChoice({ channel }: { channel: string }) {
  const t = useTranslations('messages.compose');
  const visit = useVisit();
  const { data } = useQuery(apiQuery('providers'));
  const served = (data?.data ?? []).filter(({ active }) => active).map(({ channel: each }) => each);
  const offered = [...new Set([DEFAULT_CHANNEL, ...served, channel])].filter((each) => findForm(each));
  if (offered.length < 2) return null;
  return (
    <SegmentedControl
      w="fit-content"
      maw="100%"
      aria-label={t('channel')}
      data={offered.map((value) => ({
        value,
        label: t.has(`channels.${value}`) ? t(`channels.${value}`) : value,
      }))}
      value={channel}
      onChange={(value) => visit(paths.compose(value === DEFAULT_CHANNEL ? {} : { channel: value }))}
    />
  );
}
