'use client';

import { Modal, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, useContext, useRef, useState } from 'react';

type Ask = () => Promise<boolean>;
/** What asks for it, and tells when it was shown. */
type Form = (props: { onDone: () => void }) => ReactNode;

const ConfirmSelfContext = createContext<{ ask: Ask; isAsking: boolean }>({
  ask: async () => false,
  isAsking: false,
});

/** Asks who is signed in to show that it is still they; true once they have. Called by `useAction`, for whatever needs it. */
export function useConfirmSelf(): Ask {
  return useContext(ConfirmSelfContext).ask;
}

/** A window below must not close with this one. */
export function useIsAskingSelf(): boolean {
  return useContext(ConfirmSelfContext).isAsking;
}

/** `form`: drawn from the fields of forms, which know this. */
export function ConfirmSelfProvider({ form: Fields, children }: { form: Form; children: ReactNode }) {
  const t = useTranslations('common.confirmSelf');
  const close = useTranslations('common')('close');
  const [opened, setOpened] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const asked = useRef<{ promise: Promise<boolean>; answer: (done: boolean) => void }>(null);

  // Two that need it at once are asked once.
  const ask: Ask = () => {
    if (asked.current) return asked.current.promise;
    let answer: (done: boolean) => void = () => undefined;
    const promise = new Promise<boolean>((resolve) => {
      answer = resolve;
    });
    asked.current = { promise, answer };
    setOpened(true);
    setIsAsking(true);
    return promise;
  };
  const settle = (done: boolean) => {
    asked.current?.answer(done);
    asked.current = null;
    setOpened(false);
    // One press of Escape is heard by every window that is open: the one below must still know of this one, or it would close, too.
    setTimeout(() => setIsAsking(asked.current !== null));
  };

  return (
    <ConfirmSelfContext value={{ ask, isAsking }}>
      {children}
      <Modal
        opened={opened}
        onClose={() => settle(false)}
        title={t('title')}
        size="sm"
        // It may be asked from within another window.
        zIndex={300}
        closeButtonProps={{ 'aria-label': close }}
      >
        <Text size="sm" c="dimmed" mb="md">
          {t('why')}
        </Text>
        <Fields onDone={() => settle(true)} />
      </Modal>
    </ConfirmSelfContext>
  );
}
