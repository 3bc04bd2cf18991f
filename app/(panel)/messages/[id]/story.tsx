'use client';

import { Button, Switch } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useMode } from '@/components/layout/mode';
import { SectionCard } from '@/components/layout/section-card';
import type { MessageDetail } from '@/lib/messages/view-schema';
import { AttemptStep } from './attempt-step';
import { EventStep } from './event-step';
import classes from './story.module.css';
import { foldStory, type StoryEntry, storyEntries } from './story-entries';
import { StoryNow } from './story-now';
import { StoryStep } from './story-step';

/** What happened, from its acceptance to where it stands now; of a long story first its beginning and its end. */
export function Story({ message }: { message: MessageDetail }) {
  const t = useTranslations('messages.timeline');
  const { technical } = useMode();
  const [everything, { toggle: toggleRecords }] = useDisclosure(false);
  const [whole, { toggle }] = useDisclosure(false);
  const entries = storyEntries(message, technical && everything);
  const { first, middle, last } = foldStory(entries);
  const toStep = (entry: StoryEntry) =>
    entry.kind === 'attempt' ? (
      <AttemptStep
        key={entry.id}
        message={message}
        attempt={entry.attempt}
        repeats={entry.repeats}
        of={message.recipients.length}
      />
    ) : (
      <EventStep key={entry.id} event={entry.event} message={message} raw={technical && everything} />
    );
  return (
    <SectionCard
      title={t('title')}
      actions={
        technical && (
          <Switch size="xs" label={t('everything')} checked={everything} onChange={toggleRecords} />
        )
      }
    >
      <ol className={classes.story}>
        {first.map(toStep)}
        {middle.length > 0 && (
          <StoryStep
            tone="quiet"
            icon={IconDots}
            title={
              <Button variant="subtle" size="compact-sm" ml={-8} onClick={toggle} aria-expanded={whole}>
                {whole ? t('fewer') : t('more', { count: middle.length })}
              </Button>
            }
            time={null}
          />
        )}
        {whole && middle.map(toStep)}
        {last.map(toStep)}
        <StoryNow message={message} />
      </ol>
    </SectionCard>
  );
}
