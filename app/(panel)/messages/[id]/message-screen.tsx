'use client';

import { Card, Grid, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { PageHeader } from '@/components/layout/page-header';
import { SectionCard } from '@/components/layout/section-card';
import { QueryState } from '@/components/table/query-state';
import { AttachmentList } from '../content/attachment-list';
import { MessageContent } from '../content/message-content';
import { refreshMs } from '../in-progress';
import { StatusBadge } from '../status-badge';
import { useOutcomeSentence } from '../use-outcome-sentence';
import { useTitle } from '../use-title';
import { MessageControls } from './message-controls';
import { MessageFacts } from './message-facts';
import { RecipientList } from './recipient-list';
import { Timeline } from './timeline';

/** Everything about one message: where it stands, what happened, what is inside. */
export function MessageScreen({ id, canEdit }: { id: string; canEdit: boolean }) {
  const t = useTranslations('messages');
  const sentence = useOutcomeSentence();
  const title = useTitle();
  const query = useQuery({
    ...apiQuery('messages/[id]', { id }),
    refetchInterval: ({ state }) => refreshMs(state.data?.status),
  });
  return (
    <QueryState query={query} heading={<PageHeader title={t('one')} />}>
      {(message) => (
        <>
          <PageHeader
            title={title(message)}
            actions={<MessageControls message={message} canEdit={canEdit} />}
          />
          <Card mb="lg" role="status">
            <Group gap="sm" align="center">
              <StatusBadge message={message} />
              <Text flex="1 1 240px">{sentence(message)}</Text>
            </Group>
          </Card>
          <Grid gap="lg">
            <Grid.Col span={{ base: 12, lg: 7 }}>
              <Stack gap="lg">
                <SectionCard title={t('content.title')}>
                  <MessageContent message={message} />
                </SectionCard>
                {message.attachments.length > 0 && (
                  <SectionCard title={t('attachments.title')}>
                    <AttachmentList messageId={message.id} attachments={message.attachments} />
                  </SectionCard>
                )}
              </Stack>
            </Grid.Col>
            <Grid.Col span={{ base: 12, lg: 5 }}>
              <Stack gap="lg">
                <SectionCard title={t('recipients.title')}>
                  <RecipientList recipients={message.recipients} />
                </SectionCard>
                <SectionCard title={t('timeline.title')}>
                  <Timeline message={message} />
                </SectionCard>
                <SectionCard title={t('facts.title')}>
                  <MessageFacts message={message} />
                </SectionCard>
              </Stack>
            </Grid.Col>
          </Grid>
        </>
      )}
    </QueryState>
  );
}
