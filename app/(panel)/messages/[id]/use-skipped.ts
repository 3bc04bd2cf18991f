'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { CandidateView } from '@/lib/messages/view-schema';
import { useReason } from '../../routing/use-reason';

/** Who was passed over at a moment, and why, in a sentence; empty without any. */
export function useSkipped(): (skipped: CandidateView[], at: string) => string {
  const t = useTranslations('messages.why');
  const format = useFormatter();
  const word = useReason();
  return (skipped, at) => {
    const [first, ...others] = skipped;
    if (!first) return '';
    if (others.length === 0) return t('skippedOne', { provider: first.provider, reason: word(first, at) });
    const providers = skipped.map((each) => `${each.provider} (${word(each, at)})`);
    return t('skipped', { providers: format.list(providers) });
  };
}
