'use client';

import { IconBan, IconRefresh } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useConfirm } from '@/components/layout/confirm';
import { useAction } from '@/components/layout/use-action';
import { CANCELABLE, RESENDABLE } from '@/lib/messages/status';
import type { MessageDetail } from '@/lib/messages/view-schema';
import { cancelMessageAction, resendMessageAction } from '../actions';
import { SendForReal } from '../send-for-real';
import { useTitle } from '../use-title';

const CHANGED = ['messages', 'status'];

/** Cancel and resend: always there, and when they cannot be used they say why. */
export function MessageControls({ message, canEdit }: { message: MessageDetail; canEdit: boolean }) {
  const t = useTranslations('messages');
  const tCommon = useTranslations('common');
  const confirm = useConfirm();
  const cancel = useAction(cancelMessageAction, { invalidates: CHANGED, success: t('cancel.done') });
  const resend = useAction(resendMessageAction, { invalidates: CHANGED, success: t('resend.done') });
  const { id, status } = message;
  const subject = useTitle()(message);
  const inDoubt = status === 'uncertain';
  const reason = (allowed: boolean, verb: 'cancel' | 'resend') => {
    if (!canEdit) return tCommon('readOnly');
    return allowed ? null : t(`${verb}.notNow`, { status: t(`status.${status}`) });
  };

  const askAndCancel = async () => {
    const question = {
      title: t(inDoubt ? 'cancel.titleUncertain' : 'cancel.title'),
      body: t(inDoubt ? 'cancel.bodyUncertain' : 'cancel.body', { subject }),
      confirmLabel: t(inDoubt ? 'cancel.buttonUncertain' : 'cancel.confirm'),
      keepLabel: t(inDoubt ? 'cancel.keepUncertain' : 'cancel.keep'),
    };
    if (await confirm({ ...question, danger: true })) await cancel.run({ id });
  };
  const askAndResend = async () => {
    const body = inDoubt ? t('resend.bodyUncertain') : t('resend.body');
    const answers = { confirmLabel: t('resend.confirm'), keepLabel: t('resend.keep') };
    if (await confirm({ title: t('resend.title'), body, ...answers })) await resend.run({ id });
  };

  return (
    <>
      {status === 'captured' ? (
        <SendForReal message={message} canEdit={canEdit} />
      ) : (
        <ReasonedButton
          variant={status === 'parked' ? 'filled' : 'default'}
          leftSection={<IconRefresh size={15} aria-hidden />}
          loading={resend.pending}
          disabledReason={reason(RESENDABLE.includes(status), 'resend')}
          onClick={() => void askAndResend()}
        >
          {t('resend.button')}
        </ReasonedButton>
      )}
      <ReasonedButton
        variant="default"
        leftSection={<IconBan size={15} aria-hidden />}
        loading={cancel.pending}
        disabledReason={reason(CANCELABLE.includes(status), 'cancel')}
        onClick={() => void askAndCancel()}
      >
        {t(inDoubt ? 'cancel.buttonUncertain' : 'cancel.button')}
      </ReasonedButton>
    </>
  );
}
