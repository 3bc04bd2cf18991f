'use client';

import dynamic from 'next/dynamic';
import { createContext, type ReactNode, useContext, useState } from 'react';
import type { Question } from './question';

type Ask = (question: Question) => Promise<boolean>;

const ConfirmContext = createContext<Ask>(async () => false);
const ConfirmWindow = dynamic(() => import('./confirm-window').then((module) => module.ConfirmWindow), {
  ssr: false,
});

/** The one confirm dialog: `if (await confirm({ title, body, confirmLabel, keepLabel, danger: true })) …` */
export function useConfirm(): Ask {
  return useContext(ConfirmContext);
}

export function ConfirmProvider({ children }: { children: ReactNode }) {
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
      {pending && <ConfirmWindow question={pending.question} open={open} onAnswer={close} />}
    </ConfirmContext>
  );
}
