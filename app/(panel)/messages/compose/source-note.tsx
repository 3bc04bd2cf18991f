'use client';

import { Anchor, Button, Group, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { useFormContext, useWatch } from 'react-hook-form';
import { Notice } from '@/components/table/notice';
import type { ChannelForm } from '@/lib/channels/form';
import type { MessageDraft } from '@/lib/messages/view-schema';
import { paths } from '@/lib/paths';
import { useTitle } from '../use-title';
import type { ComposeValues } from './compose-values';
import { whoHasIt } from './from-draft';

/** Which message was taken over, and who would get it a second time. */
export function SourceNote({ source, form }: { source: MessageDraft; form: ChannelForm }) {
  const t = useTranslations('messages.compose');
  const formatter = useFormatter();
  const subject = useTitle()(source);
  const { getValues, setValue } = useFormContext<ComposeValues>();
  const { kinds } = form.recipients;
  const lists = useWatch<ComposeValues, ['to', 'cc', 'bcc']>({ name: ['to', 'cc', 'bcc'] });
  const bare = (typed: string) => (form.bare ? form.bare(typed) : typed);
  const named = new Set(lists.flat().map(bare));
  const twice = whoHasIt(source).filter((address) => named.has(address));
  const leaveOut = () => {
    for (const kind of kinds)
      setValue(
        kind,
        getValues(kind).filter((typed) => !twice.includes(bare(typed) ?? '')),
        { shouldDirty: true },
      );
  };
  const date = formatter.dateTime(new Date(source.acceptedAt), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Notice
      tone={twice.length > 0 ? 'warn' : 'quiet'}
      icon={<IconPencil aria-hidden />}
      title={t('fromMessage', { subject, date })}
    >
      <Text size="sm">
        {t('fromMessageHelp')}{' '}
        <Anchor component={Link} href={paths.message(source.id)} size="sm" c="inherit" underline="always">
          {t('openSource')}
        </Anchor>
      </Text>
      {twice.length > 0 && (
        <Group gap="sm" mt="xs">
          <Text size="sm">{t('fromReceived', { count: twice.length, addresses: twice.join(', ') })}</Text>
          <Button size="compact-sm" variant="default" onClick={leaveOut}>
            {t('leaveOut')}
          </Button>
        </Group>
      )}
    </Notice>
  );
}
