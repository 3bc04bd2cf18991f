'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { tellOutcome } from '@/lib/messages/outcome';
import type { MessageDetail, MessageRow } from '@/lib/messages/view-schema';
import { isPartlyAtRest } from './partly';
import { useOutcomeTexts } from './use-outcome-texts';

type Told = MessageRow & Partial<Pick<MessageDetail, 'expiresAt'>>;

/** Where a message stands, as one would tell a colleague: what happened, why, and what happens next. */
export function useOutcomeSentence(): (message: Told) => string {
  const t = useTranslations('messages');
  const format = useFormatter();
  const because = useReasonText();
  const texts = useOutcomeTexts();
  return (message) => {
    const { status, provider, scheduledAt, dueAt } = message;
    const at = (value: string | null) =>
      value
        ? format.dateTime(new Date(value), {
            dateStyle: 'medium',
            timeStyle: 'short',
            hourCycle: 'h23',
            timeZone: browserZone(),
          })
        : '';
    const known = provider ? 'with' : 'without';
    if (isPartlyAtRest(message))
      return [`${tellOutcome(texts, message)}.`, because(message)].filter(Boolean).join(' ');
    const sentence = t(`outcome.${keyOf(message)}`, {
      provider: provider ?? '',
      known,
      time: at(status === 'scheduled' ? scheduledAt : dueAt),
    });
    const advice = t.has(`advice.${message.reason}`) ? t(`advice.${message.reason}`) : '';
    const soFar =
      message.partly && t('partly.soFar', { reached: message.partly.reached, of: message.partly.of });
    return [soFar, sentence, because(message), advice].filter(Boolean).join(' ');
  };
}

/** Why it stands where it stands, in a sentence; empty where there is nothing to say. */
export function useReasonText(): (message: Pick<MessageRow, 'reason'>) => string {
  const t = useTranslations('messages');
  return ({ reason }) => (reason && t.has(`reason.${reason}`) ? t(`reason.${reason}`) : '');
}

function keyOf({ status, dueAt, expiresAt }: Told): string {
  if (!dueAt || (status !== 'parked' && status !== 'retrying')) return status;
  if (expiresAt && dueAt >= expiresAt) return 'untilDeadline';
  return status === 'parked' ? 'parkedUntil' : status;
}

function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
