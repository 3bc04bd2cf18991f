'use client';

import type { ReactNode } from 'react';
import { useConfirm } from '@/components/layout/confirm';
import type { Question } from '@/components/layout/question';
import { ReasonedButton } from './reasoned-button';

type Props = {
  question: Question;
  onYes: () => Promise<unknown>;
  pending: boolean;
  disabledReason: string | null;
  children: ReactNode;
};

/** A button that asks before it acts. */
export function AskingButton({ question, onYes, pending, disabledReason, children }: Props) {
  const confirm = useConfirm();
  const ask = async () => {
    if (await confirm(question)) await onYes();
  };
  return (
    <ReasonedButton
      variant="default"
      loading={pending}
      onClick={() => void ask()}
      disabledReason={disabledReason}
    >
      {children}
    </ReasonedButton>
  );
}
