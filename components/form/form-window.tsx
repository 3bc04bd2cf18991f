'use client';

import { Modal, type ModalProps } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useIsAskingSelf } from '@/components/layout/confirm-self';
import { useLeave } from '@/components/layout/leave';
import { useOpenedLate } from '@/components/layout/use-opened-late';

/** A window with a form in it; it asks before it is closed over something unsaved. */
export function FormWindow({ opened, onClose, closeOnEscape = true, ...window }: ModalProps) {
  const t = useTranslations('common');
  const leave = useLeave();
  const isAskingSelf = useIsAskingSelf();
  const openedLate = useOpenedLate(opened);
  const close = async () => {
    if (await leave()) onClose();
  };
  return (
    <Modal
      size="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
      {...window}
      closeOnEscape={closeOnEscape && !isAskingSelf}
      opened={openedLate}
      onClose={() => void close()}
    />
  );
}
