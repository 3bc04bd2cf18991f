'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { CandidateView } from '@/lib/messages/view-schema';

type Reasoned = Pick<CandidateView, 'reason' | 'until' | 'failures' | 'fallbackOf' | 'misfit'>;

/** Why a candidate stands where it stands, in a few words. `at` is the moment of the decision: times of that day need no date. */
export function useReason(): (candidate: Reasoned, at: string) => string {
  const t = useTranslations('routing.reason');
  const locale = useLocale();
  return ({ reason, until, failures = 0, fallbackOf = 'none', misfit }, at) => {
    if (!t.has(reason)) return reason;
    // A breaker that somebody is probing was open until a moment ago.
    const ends = until && until > at ? clock(new Date(until), new Date(at), locale) : 'none';
    const { what = 'other', detail = '', limit = 0 } = misfit ?? {};
    return t(reason, { failures, until: ends, fallbackOf, what, detail, limit: shown(what, limit, locale) });
  };
}

/** Sizes in megabytes, everything else as it is. */
function shown(what: string, limit: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(
    what === 'size' || what === 'body' ? limit / 1024 / 1024 : limit,
  );
}

function clock(until: Date, at: Date, locale: string): string {
  const sameDay = until.toDateString() === at.toDateString();
  return new Intl.DateTimeFormat(locale, {
    timeStyle: 'short',
    hourCycle: 'h23',
    ...(!sameDay && { dateStyle: 'medium' }),
  }).format(until);
}
