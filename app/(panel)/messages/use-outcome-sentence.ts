'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { MessageDetail, MessageRow } from '@/lib/messages/view-schema';

type Told = MessageRow & Partial<Pick<MessageDetail, 'expiresAt'>>;

/** Where a message stands, as one would tell a colleague: what happened, why, and what happens next. */
export function useOutcomeSentence(): (message: Told) => string {
  const t = useTranslations('messages');
  const format = useFormatter();
  const because = useReasonText();
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
    const sentence = t(`outcome.${keyOf(message)}`, {
      provider: provider ?? '',
      known,
      time: at(status === 'scheduled' ? scheduledAt : dueAt),
    });
    const advice = t.has(`advice.${message.reason}`) ? t(`advice.${message.reason}`) : '';
    return [sentence, because(message), advice].filter(Boolean).join(' ');
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
