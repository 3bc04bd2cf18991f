'use client';

import { Modal, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useOpenedLate } from '@/components/layout/use-opened-late';
import { ConfirmSelfForm } from './confirm-self-form';

type Props = { email: string; opened: boolean; onClose: () => void; onDone: () => void };

export function ConfirmSelfWindow({ email, opened, onClose, onDone }: Props) {
  const t = useTranslations('common.confirmSelf');
  const close = useTranslations('common')('close');
  return (
    <Modal
      // Its field gets the focus, and so has to be there as it opens.
      opened={useOpenedLate(opened)}
      onClose={onClose}
      title={t('title')}
      size="sm"
      // It may be asked from within another window.
      zIndex={300}
      closeButtonProps={{ 'aria-label': close }}
    >
      <Text size="sm" c="dimmed" mb="md">
        {t('why')}
      </Text>
      <ConfirmSelfForm email={email} onDone={onDone} />
    </Modal>
  );
}
