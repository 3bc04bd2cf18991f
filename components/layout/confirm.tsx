'use client';

import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, useContext, useState } from 'react';

export type Question = {
  title: string;
  body: ReactNode;
  /** Each button says what it does: "Cancel the message" and "Keep it", never "OK" and "Cancel". */
  confirmLabel: string;
  keepLabel: string;
  danger?: boolean;
};
type Ask = (question: Question) => Promise<boolean>;

const ConfirmContext = createContext<Ask>(async () => false);

/** The one confirm dialog: `if (await confirm({ title, body, confirmLabel, keepLabel, danger: true })) …` */
export function useConfirm(): Ask {
  return useContext(ConfirmContext);
}

export function ConfirmProvider({ children }: { children: ReactNode }) {
  const t = useTranslations('common');
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState<{ question: Question; answer: (yes: boolean) => void }>();

  const ask: Ask = (question) =>
    new Promise((answer) => {
      setPending({ question, answer });
      setOpen(true);
    });
  const close = (yes: boolean) => {
    pending?.answer(yes);
    setOpen(false);
  };

  return (
    <ConfirmContext value={ask}>
      {children}
      <Modal
        opened={open}
        onClose={() => close(false)}
        title={pending?.question.title}
        size="sm"
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <Text component="div" size="sm" c="dimmed">
          {pending?.question.body}
        </Text>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={() => close(false)} data-autofocus>
            {pending?.question.keepLabel}
          </Button>
          <Button color={pending?.question.danger ? 'red.8' : undefined} onClick={() => close(true)}>
            {pending?.question.confirmLabel}
          </Button>
        </Group>
      </Modal>
    </ConfirmContext>
  );
}
