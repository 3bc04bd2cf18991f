'use client';

import { IconSend } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import type { MessageDetail } from '@/lib/messages/view-schema';
import { useSendForReal } from './use-send-for-real';

type Props = { message: Pick<MessageDetail, 'id' | 'subject' | 'tags'> };

export function SendForReal({ message }: Props) {
  const t = useTranslations('messages.forReal');
  const { reason, run, pending } = useSendForReal(message);
  return (
    <ReasonedButton
      variant="default"
      leftSection={<IconSend size={15} aria-hidden />}
      loading={pending}
      disabledReason={reason}
      onClick={run}
    >
      {t('button')}
    </ReasonedButton>
  );
}
