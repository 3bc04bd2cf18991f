import { useTranslations } from 'next-intl';
import { useConfirm } from '@/components/layout/confirm';
import { useStatus } from '@/components/layout/status';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import { QUEUE_TEST_TAG } from '@/lib/checks/queue-test-tag';
import type { MessageDetail } from '@/lib/messages/view-schema';
import { DRILL_TAG } from '@/lib/outages/modes';
import { resendMessageAction } from './actions';
import { useTitle } from './use-title';

/** What a sandbox kept goes to those it was kept for, once there is a provider that sends. */
export function useSendForReal(message: Pick<MessageDetail, 'id' | 'subject' | 'tags'>) {
  const { id, tags } = message;
  const subject = useTitle()(message);
  const t = useTranslations('messages.forReal');
  const locked = useLocked('messages.write');
  const confirm = useConfirm();
  const { data: status } = useStatus();
  const { run, pending } = useAction(resendMessageAction, {
    invalidates: ['messages', 'sandbox-messages', 'status'],
    success: t('done'),
  });
  const whyNot = () => {
    if (locked) return locked;
    if (tags.includes(DRILL_TAG) || tags.includes(QUEUE_TEST_TAG)) return t('test');
    return status?.reasons.includes('only_sandbox') ? t('noProvider') : null;
  };
  const ask = async () => {
    const question = { title: t('title'), body: t('body', { subject }) };
    if (await confirm({ ...question, confirmLabel: t('button'), keepLabel: t('keep') })) await run({ id });
  };
  return { reason: whyNot(), run: () => void ask(), pending };
}
