'use client';

import { useLocale, useTranslations } from 'next-intl';
import { formatBytes } from '@/components/layout/quantities';
import type { CandidateView } from '@/lib/messages/view-schema';

type Misfit = NonNullable<CandidateView['misfit']>;
type Reasoned = Pick<CandidateView, 'reason' | 'until' | 'failures' | 'fallbackOf' | 'misfit'>;

/** Why a candidate stands where it stands, in a few words. `at` is the moment of the decision: times of that day need no date. */
export function useReason(): (candidate: Reasoned, at: string) => string {
  const t = useTranslations('routing.reason');
  const locale = useLocale();
  return ({ reason, until, failures = 0, fallbackOf = 'none', misfit }, at) => {
    if (!t.has(reason)) return reason;
    // A breaker that somebody is probing was open until a moment ago.
    const ends = until && until > at ? clock(new Date(until), new Date(at), locale) : 'none';
    return t(reason, { failures, until: ends, fallbackOf, ...shown(misfit ?? { what: 'other' }, locale) });
  };
}

/** What of a message a provider does not take, in a few words. */
export function useMisfit(): (misfit: Misfit) => string {
  const word = useReason();
  return (misfit) => word({ reason: 'cannot_carry', misfit }, '');
}

/** Sizes with their unit, everything else as it is. */
function shown({ what, detail = '', limit = 0 }: Misfit, locale: string) {
  if (what !== 'size' && what !== 'body') return { what, detail, limit: String(limit) };
  const size = (bytes: number) => formatBytes(bytes, locale, 1024);
  return { what, detail: size(Number(detail)), limit: size(limit) };
}

function clock(until: Date, at: Date, locale: string): string {
  const sameDay = until.toDateString() === at.toDateString();
  return new Intl.DateTimeFormat(locale, {
    timeStyle: 'short',
    hourCycle: 'h23',
    ...(!sameDay && { dateStyle: 'medium' }),
  }).format(until);
}
