'use client';

import { Anchor, Text } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Time } from '@/components/layout/time';
import { isMachineVisit } from '@/lib/events/machines';
import { VISIT_TYPES } from '@/lib/events/types';
import type { CandidateView, EventView, MessageDetail } from '@/lib/messages/view-schema';
import { paths } from '@/lib/paths';
import { JudgedBy } from '../../reply-rules/judged-by';
import { SortReply } from '../../reply-rules/sort-reply';
import { AnswerText } from '../answer-text';
import { ReplyText } from '../reply-text';
import { EVENT_LOOK } from './event-look';
import { StoryStep } from './story-step';
import { useEventTitle } from './use-event-title';
import { VisitFacts } from './visit-facts';
import { WhyNobody } from './why-nobody';

type Props = {
  event: EventView;
  message: MessageDetail;
  /** With all that was noted of it, as it was noted. */
  raw: boolean;
};

/** What happened apart from a try: who did it, why, and what comes next. */
export function EventStep({ event, message, raw }: Props) {
  const t = useTranslations('messages');
  const title = useEventTitle();
  const { candidates, ...detail } = readDetail(event);
  const text = (name: string) => (typeof detail[name] === 'string' ? (detail[name] as string) : null);
  // Of the last one the end of the story tells it.
  const retryAt = event === message.events.at(-1) ? null : text('retryAt');
  const [reason, reply] = [text('reason'), text('reply')];
  const other = text('follows') ?? text('message');
  return (
    <StoryStep
      {...EVENT_LOOK[event.type]}
      {...(isMachineVisit(event) && { tone: 'quiet' })}
      title={title(event, message)}
      time={<Time value={event.at} format="clock" />}
    >
      {reason && t.has(`reason.${reason}`) && (
        <Text size="xs" c="dimmed">
          {t(`reason.${reason}`)}
        </Text>
      )}
      {text('quietUntil') && (
        <Text size="xs" c="dimmed">
          {t.rich('timeline.quiet', { time: () => <Time value={text('quietUntil')!} format="absolute" /> })}
        </Text>
      )}
      {Array.isArray(detail.masked) && (
        <Text size="xs" c="dimmed">
          {t('timeline.masked', { fields: detail.masked.join(', ') })}
        </Text>
      )}
      {isVisit(event) && <VisitFacts event={event} />}
      <AnswerText event={event} />
      {reply && <ReplyText of={{ code: text('code') ?? undefined, reply }} />}
      {isRule(detail.rule) && <JudgedBy rule={detail.rule} />}
      {reply && detail.by === 'bounce' && detail.cause === 'unknown' && (
        <SortReply source={{ message: message.id, event: event.id }} of={message} />
      )}
      <WhyNobody candidates={candidates} at={event.at} />
      {retryAt && (
        <Text size="xs" c="dimmed">
          {t.rich('timeline.retryAt', { time: () => <Time value={retryAt} format="absolute" /> })}
        </Text>
      )}
      {other && (
        <Anchor component={Link} href={paths.message(other)} size="xs">
          {t(event.type === 'followed' ? 'timeline.openFollower' : 'timeline.openOriginal')}
        </Anchor>
      )}
      {raw && Object.keys(detail).length > 0 && (
        <Text size="xs" c="dimmed" ff="monospace">
          {JSON.stringify(detail)}
        </Text>
      )}
    </StoryStep>
  );
}

const isRule = (rule: unknown): rule is { id: string; name: string } =>
  typeof (rule as { name?: unknown } | undefined)?.name === 'string';

const isVisit = ({ type }: EventView) => (VISIT_TYPES as readonly string[]).includes(type);

/** Why each provider was passed over, where nobody was asked, apart from the rest. */
function readDetail({ detail }: EventView): { candidates: CandidateView[]; [key: string]: unknown } {
  const { candidates, ...rest } = detail ?? {};
  return { ...rest, candidates: Array.isArray(candidates) ? candidates : [] };
}
