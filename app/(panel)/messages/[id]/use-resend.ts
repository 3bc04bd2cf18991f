import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useConfirm } from '@/components/layout/confirm';
import { useAction } from '@/components/layout/use-action';
import { RESENDABLE } from '@/lib/messages/status';
import type { MessageDetail } from '@/lib/messages/view-schema';
import { paths } from '@/lib/paths';
import { resendMessageAction } from '../actions';
import { newKey } from '../send-once';

/**
 * Once more: to those who did not get it; or, where all have it, to all, as a message of its own. What has to be said before differs by
 * what became of it.
 */
export function useResend(message: MessageDetail) {
  const t = useTranslations('messages.resend');
  const confirm = useConfirm();
  const router = useRouter();
  const { id, status, partly, recipients } = message;
  const held = recipients.some(({ status: known }) => known === 'suppressed');
  const isSent = status === 'sent' || status === 'delivered';
  const missed = recipients.some(
    ({ status: known, corrected }) =>
      !corrected && (known === 'bounced' || known === 'failed' || known === 'suppressed'),
  );
  const again = isSent && !(partly && missed);
  const { run, pending } = useAction(resendMessageAction, {
    invalidates: ['messages', 'status'],
    success: t(again ? 'doneAgain' : 'done'),
    onSuccess: (made) => {
      if (made.id !== id) router.push(paths.message(made.id));
    },
  });
  const ask = async () => {
    // One question, one message: whoever presses twice on its answer has asked once.
    const key = newKey();
    const question = { title: t('title'), confirmLabel: t('confirm'), keepLabel: t('keep') };
    if (held) {
      const anyway = { title: t('titleAnyway'), confirmLabel: t('confirmAnyway'), keepLabel: t('keep') };
      if (await confirm({ ...anyway, body: t('bodyAnyway') })) await run({ id, anyway: true });
      return;
    }
    const body = t(
      again ? 'bodySent' : status === 'uncertain' ? 'bodyUncertain' : missed ? 'bodyRefused' : 'body',
    );
    if (await confirm({ ...question, body })) await run(again ? { id, again, key } : { id });
  };
  return { held, possible: isSent || RESENDABLE.includes(status), ask: () => void ask(), pending };
}
