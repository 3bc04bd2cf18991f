import {
  IconBan,
  IconCalendarClock,
  IconMailForward,
  IconPencil,
  IconRefresh,
  IconSend,
} from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useConfirm } from '@/components/layout/confirm';
import type { Doable } from '@/components/layout/doable-actions';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import { CANCELABLE } from '@/lib/messages/status';
import type { MessageDetail } from '@/lib/messages/view-schema';
import { paths } from '@/lib/paths';
import { cancelMessageAction, sendNowAction } from '../actions';
import { useSendForReal } from '../use-send-for-real';
import { useTitle } from '../use-title';
import { correctableOf } from './correctable';
import { useResend } from './use-resend';

/** All that can be done to a message, each with the reason why not now. */
export function useMessageActions(
  message: MessageDetail,
  open: { correct: (address: string) => void; move: () => void },
): Doable[] {
  const t = useTranslations('messages');
  const locked = useLocked('messages.write');
  const cancel = useCancel(message);
  const resend = useResend(message);
  const hurry = useAction(sendNowAction, {
    invalidates: ['messages', 'status'],
    success: t('sendNow.done'),
  });
  const forReal = useSendForReal(message);
  const { id, status } = message;
  const refused = correctableOf(message);
  const unless = (reason: string | null) => locked ?? reason;
  const state = t(`status.${status}`);
  const correct: Doable = {
    key: 'correct',
    label: t('correct.button'),
    icon: IconMailForward,
    main: true,
    reason: unless(refused.length > 0 ? null : t('correct.notNow')),
    run: () => open.correct(refused[0]!.address),
  };
  const again: Doable =
    status === 'captured'
      ? { key: 'forReal', label: t('forReal.button'), icon: IconSend, ...forReal }
      : {
          key: 'resend',
          label: t(resend.held ? 'resend.buttonAnyway' : 'resend.button'),
          icon: IconRefresh,
          main: status === 'parked',
          reason: unless(resend.possible ? null : t('resend.notNow', { status: state })),
          run: resend.ask,
          pending: resend.pending,
        };
  const edit: Doable = {
    key: 'edit',
    label: t('editAgain'),
    icon: IconPencil,
    reason: unless(message.providerTemplate ? t('editNotTemplate') : null),
    href: paths.compose({ from: id }),
  };
  const stop: Doable = {
    key: 'cancel',
    label: t(status === 'uncertain' ? 'cancel.buttonUncertain' : 'cancel.button'),
    icon: IconBan,
    reason: unless(CANCELABLE.includes(status) ? null : t('cancel.notNow', { status: state })),
    run: cancel.ask,
    pending: cancel.pending,
  };
  const now: Doable = {
    key: 'now',
    label: t('sendNow.button'),
    icon: IconSend,
    main: true,
    reason: unless(status === 'scheduled' ? null : t('sendNow.notNow', { status: state })),
    run: () => void hurry.run({ id }),
    pending: hurry.pending,
  };
  const move: Doable = {
    key: 'move',
    label: t('move.button'),
    icon: IconCalendarClock,
    reason: unless(
      status === 'scheduled' || status === 'queued' ? null : t('move.notNow', { status: state }),
    ),
    run: open.move,
  };
  return [now, correct, again, edit, move, stop];
}

function useCancel(message: MessageDetail) {
  const t = useTranslations('messages.cancel');
  const confirm = useConfirm();
  const subject = useTitle()(message);
  const { run, pending } = useAction(cancelMessageAction, {
    invalidates: ['messages', 'status'],
    success: t('done'),
  });
  const inDoubt = message.status === 'uncertain';
  const ask = async () => {
    const question = {
      title: t(inDoubt ? 'titleUncertain' : 'title'),
      body: t(inDoubt ? 'bodyUncertain' : 'body', { subject }),
      confirmLabel: t(inDoubt ? 'buttonUncertain' : 'confirm'),
      keepLabel: t(inDoubt ? 'keepUncertain' : 'keep'),
    };
    if (await confirm({ ...question, danger: true })) await run({ id: message.id });
  };
  return { ask: () => void ask(), pending };
}
