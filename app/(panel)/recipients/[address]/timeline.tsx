import { Anchor, Text } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { Pager } from '@/components/table/pager';
import type { useCursorStack } from '@/components/table/use-cursor-stack';
import { isMachineVisit } from '@/lib/events/machines';
import { VISIT_TYPES } from '@/lib/events/types';
import { paths } from '@/lib/paths';
import type { StoryEvent, StoryView } from '@/lib/recipients/schema';
import { EVENT_LOOK } from '../../messages/[id]/event-look';
import classes from '../../messages/[id]/story.module.css';
import { StoryStep } from '../../messages/[id]/story-step';
import { VisitFacts } from '../../messages/[id]/visit-facts';
import { AnswerText } from '../../messages/answer-text';
import { ReplyText } from '../../messages/reply-text';

type Props = { story: StoryView; paging: ReturnType<typeof useCursorStack> };

/** What happened over all messages, the newest first. */
export function Timeline({ story: { data, nextCursor }, paging }: Props) {
  const t = useTranslations('recipients.timeline');
  return (
    <SectionCard title={t('title')}>
      {data.length === 0 ? (
        <Text size="sm">{t(nextCursor ? 'further' : 'empty')}</Text>
      ) : (
        <ol className={classes.story}>
          {data.map((event) => (
            <Step key={event.id} event={event} />
          ))}
        </ol>
      )}
      <Pager paging={paging} nextCursor={nextCursor} />
    </SectionCard>
  );
}

function Step({ event }: { event: StoryEvent }) {
  const t = useTranslations();
  const { type, at, provider, detail, messageId, subject } = event;
  const text = (name: string) => (typeof detail?.[name] === 'string' ? (detail[name] as string) : null);
  const [reason, reply] = [text('reason'), text('reply')];
  const isMachine = isMachineVisit(event);
  const machine = `messages.timeline.byMachine.${type}`;
  return (
    <StoryStep
      {...EVENT_LOOK[type]}
      {...(isMachine && { tone: 'quiet' as const })}
      title={
        <>
          {isMachine && t.has(machine) ? t(machine) : t(`messages.event.${type}`)}
          {provider && (
            <Text span inherit fw={400} c="dimmed" ml={6}>
              {provider}
            </Text>
          )}
        </>
      }
      time={<Time value={at} format="both" />}
    >
      <Text size="xs" c="dimmed">
        <Anchor component={Link} href={paths.message(messageId)} inherit>
          {t('recipients.timeline.message', { subject: subject || t('recipients.timeline.noSubject') })}
        </Anchor>
      </Text>
      {reason && t.has(`messages.reason.${reason}`) && (
        <Text size="xs" c="dimmed">
          {t(`messages.reason.${reason}`)}
        </Text>
      )}
      <AnswerText event={event} />
      {(VISIT_TYPES as readonly string[]).includes(type) && <VisitFacts event={event} />}
      {reply && <ReplyText of={{ code: text('code') ?? undefined, reply }} />}
    </StoryStep>
  );
}
