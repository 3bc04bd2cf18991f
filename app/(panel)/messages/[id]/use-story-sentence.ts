import { useFormatter, useTranslations } from 'next-intl';
import { tellOutcome } from '@/lib/messages/outcome';
import type { MessageDetail } from '@/lib/messages/view-schema';
import { useOutcomeSentence } from '../use-outcome-sentence';
import { useOutcomeTexts } from '../use-outcome-texts';
import { correctableOf } from './correctable';
import { failoverOf } from './failover-of';

/** Where it stands, and how it came there: who took over from whom, and to whom it was sent instead. */
export function useStorySentence(): (message: MessageDetail) => string {
  const t = useTranslations('messages');
  const format = useFormatter();
  const outcome = useOutcomeSentence();
  const texts = useOutcomeTexts();
  return (message) => {
    const { status, recipients } = message;
    const right = recipients.flatMap(({ corrected }) => corrected?.address ?? []);
    // Nobody has to be told to check an address that was corrected.
    if (right.length > 0 && correctableOf(message).length === 0)
      return `${tellOutcome(texts, message)}. ${t('correctedTo', { who: format.list(right) })}`;
    const handed = ['sent', 'delivered', 'sending'].includes(status) && failoverOf(message);
    const told = handed && t('failover', { from: format.list(handed.from), to: handed.to });
    return [outcome(message), told].filter(Boolean).join(' ');
  };
}
