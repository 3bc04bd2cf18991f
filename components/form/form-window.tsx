'use client';

import { Modal, type ModalProps } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useIsAskingSelf } from '@/components/layout/confirm-self';
import { useLeave } from '@/components/layout/leave';

/** A window with a form in it; it asks before it is closed over something unsaved. */
export function FormWindow({ onClose, ...window }: ModalProps) {
  const t = useTranslations('common');
  const leave = useLeave();
  const close = async () => {
    if (await leave()) onClose();
  };
  return (
    <Modal
      size="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
      closeOnEscape={!useIsAskingSelf()}
      {...window}
      onClose={() => void close()}
    />
  );
}
