import { useFormatter, useTranslations } from 'next-intl';
import type { MessageDetail } from '@/lib/messages/view-schema';
import { useOutcomeSentence } from '../use-outcome-sentence';
import { failoverOf } from './failover-of';

/** Where it stands, and whose turn it was to bring it there: who took over from whom. */
export function useStorySentence(): (message: MessageDetail) => string {
  const t = useTranslations('messages');
  const format = useFormatter();
  const outcome = useOutcomeSentence();
  return (message) => {
    const handed = ['sent', 'delivered', 'sending'].includes(message.status) && failoverOf(message);
    const told = handed && t('failover', { from: format.list(handed.from), to: handed.to });
    return [outcome(message), told].filter(Boolean).join(' ');
  };
}
