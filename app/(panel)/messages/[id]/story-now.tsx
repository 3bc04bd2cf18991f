'use client';

import { IconClockPause, IconFlag, IconLoader2 } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import { formatDuration } from '@/components/layout/quantities';
import { Time } from '@/components/layout/time';
import type { MessageDetail } from '@/lib/messages/view-schema';
import { isMoving } from '../in-progress';
import { isPartlyAtRest } from '../partly';
import { STATE_TONES } from '../state-tones';
import { StoryStep } from './story-step';

/** Where the story stands: its end and how long it took, or what it waits for. */
export function StoryNow({ message }: { message: MessageDetail }) {
  const t = useTranslations('messages');
  const locale = useLocale();
  const { status, partly, acceptedAt, finishedAt, dueAt } = message;
  const tone = STATE_TONES[status];
  if (!finishedAt) {
    const waits = !isMoving(status) && dueAt;
    return (
      <StoryStep
        tone={tone}
        icon={waits ? IconClockPause : IconLoader2}
        title={
          waits
            ? t(status === 'scheduled' ? 'timeline.willBeSent' : 'timeline.willBeTried')
            : t(`status.${status}`)
        }
        time={waits && <Time value={dueAt} format="clock" />}
      />
    );
  }
  const took = Date.parse(finishedAt) - Date.parse(acceptedAt);
  const isPartly = isPartlyAtRest(message);
  return (
    <StoryStep
      tone={isPartly && status !== 'captured' ? 'warn' : tone}
      icon={IconFlag}
      title={
        isPartly && partly
          ? t(`partly.${message.status}`, { reached: partly.reached, of: partly.of })
          : t(`status.${status}`)
      }
      time={
        <>
          <Time value={finishedAt} format="clock" />
          {` · ${took < LONG_MS ? t('timeline.took', { duration: formatDuration(took, locale) }) : t('timeline.tookMinutes', { minutes: Math.round(took / 60_000) })}`}
        </>
      }
    />
  );
}

const LONG_MS = 120_000;
