'use client';

import { Button, Card, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { LinkButton } from '@/components/form/link-button';
import { apiQuery } from '@/components/layout/api';
import { QueryState } from '@/components/table/query-state';
import type { MessageDetail } from '@/lib/messages/view-schema';
import { paths } from '@/lib/paths';
import { isMoving, refreshMs } from '../in-progress';
import { ReplyText } from '../reply-text';
import { StatusBadge } from '../status-badge';
import { useOutcomeSentence } from '../use-outcome-sentence';
import type { Sent } from '../use-send-message';

type Props = Pick<Sent, 'id' | 'ids'> & { onAgain: () => void };

/** What becomes of a message just sent, in plain words, until it is decided. */
export function FollowMessage({ id, ids = [], onAgain }: Props) {
  const t = useTranslations('messages.compose');
  const sentence = useOutcomeSentence();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const query = useQuery({
    ...apiQuery('messages/[id]', { id }),
    refetchInterval: ({ state }) => refreshMs(state.data?.status),
  });
  return (
    <Card component="section">
      <Stack gap="md">
        <Title order={2} ref={heading} tabIndex={-1}>
          {t('following')}
        </Title>
        <QueryState query={query}>
          {(message) => (
            <Stack gap="xs">
              <Group gap="sm" role="status">
                {isMoving(message.status) && <Loader size="xs" aria-hidden />}
                <StatusBadge message={message} />
                <Text flex="1 1 240px">{sentence(message)}</Text>
              </Group>
              <Refusals message={message} />
            </Stack>
          )}
        </QueryState>
        {ids.length > 1 && <Text size="sm">{t('apart', { count: ids.length })}</Text>}
        <Group gap="xs">
          <LinkButton href={paths.message(id)}>{t('open')}</LinkButton>
          {ids.length > 1 && (
            <LinkButton href={paths.messages()} variant="default">
              {t('openAll')}
            </LinkButton>
          )}
          {query.data?.status === 'captured' && (
            <LinkButton href={paths.sandbox()} variant="default">
              {t('inbox')}
            </LinkButton>
          )}
          <Button variant="default" onClick={onAgain}>
            {t('again')}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}

/** What the other side said, or why nobody was asked, where the message was not taken. */
function Refusals({ message: { attempts, recipients } }: { message: MessageDetail }) {
  const last = attempts.at(-1)?.outcomes.map((outcome) => ({ ...outcome, email: outcome.address }));
  const told = (last ?? recipients.map((each) => ({ ...each, outcome: each.status }))).filter(
    ({ outcome, reply }) => outcome !== 'accepted' && outcome !== 'captured' && reply,
  );
  return told.map((each) => (
    <div key={each.email}>
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {each.email}
      </Text>
      <ReplyText of={each} />
    </div>
  ));
}
