'use client';

import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { apiQuery } from '@/components/layout/api';
import { Columns } from '@/components/layout/columns';
import { DetailScreen } from '@/components/layout/detail-screen';
import { SectionCard } from '@/components/layout/section-card';
import { useLocked } from '@/components/layout/use-locked';
import { paths } from '@/lib/paths';
import { AttachmentList } from '../content/attachment-list';
import { MessageContent } from '../content/message-content';
import { refreshMs } from '../in-progress';
import { StatusBadge } from '../status-badge';
import { useTitle } from '../use-title';
import { MessageControls } from './message-controls';
import { MessageFacts } from './message-facts';
import classes from './message-page.module.css';
import { RecipientList } from './recipient-list';
import { Story } from './story';
import { useStorySentence } from './use-story-sentence';

const CorrectAddress = dynamic(() => import('./correct-address').then((module) => module.CorrectAddress), {
  ssr: false,
});

/** Everything about one message: where it stands and how it came there, then whom it went to and what is inside. */
export function MessageScreen({ id }: { id: string }) {
  const t = useTranslations('messages');
  const sentence = useStorySentence();
  const title = useTitle();
  const locked = useLocked('messages.write');
  const [wrong, setWrong] = useState<string | null>(null);
  const query = useQuery({
    ...apiQuery('messages/[id]', { id }),
    refetchInterval: ({ state }) => refreshMs(state.data?.status),
  });
  return (
    <>
      <DetailScreen
        query={query}
        kind={t('one')}
        back={{ href: paths.messages(), label: t('title') }}
        head={(message) => ({
          title: title(message),
          state: (
            <Group component="span" role="status" gap="xs" mt={4}>
              <StatusBadge message={message} />
              <Text span size="sm" style={{ overflowWrap: 'anywhere' }}>
                {sentence(message)}
              </Text>
            </Group>
          ),
          actions: <MessageControls message={message} onCorrect={setWrong} />,
        })}
      >
        {(message) => (
          <Columns
            main={<Story message={message} />}
            beside={
              <>
                <SectionCard title={t('recipients.title')}>
                  <RecipientList message={message} onCorrect={locked ? undefined : setWrong} />
                </SectionCard>
                <SectionCard title={t('content.title')} className={classes.content}>
                  <MessageContent message={message} />
                  {message.attachments.length > 0 && (
                    <AttachmentList messageId={message.id} attachments={message.attachments} />
                  )}
                </SectionCard>
                <SectionCard title={t('facts.title')}>
                  <MessageFacts message={message} />
                </SectionCard>
              </>
            }
          />
        )}
      </DetailScreen>
      {wrong && <CorrectAddress id={id} wrong={wrong} onClose={() => setWrong(null)} />}
    </>
  );
}
