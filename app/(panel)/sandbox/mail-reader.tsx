'use client';

import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconMailOpened } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { apiQuery } from '@/components/layout/api';
import { NOTHING } from '@/components/layout/quantities';
import { Time } from '@/components/layout/time';
import { EmptyState } from '@/components/table/empty-state';
import { QueryState } from '@/components/table/query-state';
import { paths } from '@/lib/paths';
import type { SandboxRow } from '@/lib/sandbox/schema';
import { AttachmentList } from '../messages/content/attachment-list';
import { MessageContent } from '../messages/content/message-content';
import { SendForReal } from '../messages/send-for-real';
import { useTitle } from '../messages/use-title';
import { MagicAddresses } from './magic-addresses';
import classes from './sandbox.module.css';

type Props = { row: SandboxRow | null; onClose: () => void };

export function MailReader({ row, ...props }: Props) {
  const t = useTranslations('sandbox');
  if (!row)
    return (
      <>
        <EmptyState icon={<IconMailOpened size={22} />} title={t('choose')} />
        <MagicAddresses />
      </>
    );
  return <OpenMail key={row.id} row={row} {...props} />;
}

function OpenMail({ row, onClose }: Props & { row: SandboxRow }) {
  const t = useTranslations('sandbox');
  const title = useTitle();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const query = useQuery(apiQuery('messages/[id]', { id: row.messageId }));
  return (
    <Stack component="article" p="md" gap="md">
      <Button
        className={classes.back}
        variant="subtle"
        size="compact-sm"
        leftSection={<IconArrowLeft size={15} aria-hidden />}
        onClick={onClose}
      >
        {t('back')}
      </Button>
      <Group justify="space-between" align="flex-start" gap="sm">
        <Title order={2} ref={heading} tabIndex={-1} className={classes.title}>
          {title(row)}
        </Title>
        <Anchor component={Link} href={paths.message(row.messageId)} size="sm" underline="always">
          {t('history')}
        </Anchor>
      </Group>
      <dl className={classes.envelope}>
        <dt>{t('from')}</dt>
        <dd>
          {row.from?.name ? `${row.from.name} ` : ''}
          <Text span c={row.from?.name ? 'dimmed' : undefined} inherit>
            {row.from?.email ?? NOTHING}
          </Text>
        </dd>
        <dt>{t('to')}</dt>
        <dd>{row.recipients.join(', ')}</dd>
        <dt>{t('date')}</dt>
        <dd>
          <Time value={row.capturedAt} format="absolute" />
        </dd>
        <dt>{t('provider')}</dt>
        <dd>{row.provider || NOTHING}</dd>
      </dl>
      <QueryState query={query}>
        {(message) => (
          <Stack gap="md">
            {message.status === 'captured' && (
              <Group>
                <SendForReal message={message} />
              </Group>
            )}
            {message.attachments.length > 0 && (
              <AttachmentList messageId={message.id} attachments={message.attachments} />
            )}
            <MessageContent message={message} always={['source']} />
          </Stack>
        )}
      </QueryState>
    </Stack>
  );
}
