'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { MessageRow } from '@/lib/messages/view-schema';

/** Where a message stands, as one would tell a colleague: what happened, why, and what happens next. */
export function useOutcomeSentence(): (message: MessageRow) => string {
  const t = useTranslations('messages');
  const format = useFormatter();
  return (message) => {
    const { status, provider, reason, scheduledAt, dueAt } = message;
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
    const sentence = t(`outcome.${status === 'parked' && dueAt ? 'parkedUntil' : status}`, {
      provider: provider ?? '',
      known,
      time: at(status === 'scheduled' ? scheduledAt : dueAt),
    });
    const because = reason && t.has(`reason.${reason}`) ? t(`reason.${reason}`) : '';
    return [sentence, because].filter(Boolean).join(' ');
  };
}

function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
