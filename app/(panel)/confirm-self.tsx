'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, useCallback } from 'react';
import { ConfirmSelfProvider } from '@/components/layout/confirm-self';
import { StillMeContext } from '@/components/layout/use-confirmed-visit';
import { stillMeAction } from './actions';

// Rarely asked for, and with all that forms need a fifth of what a page loads.
const ConfirmSelfForm = dynamic(
  () => import('./confirm-self-form').then((module) => module.ConfirmSelfForm),
  {
    ssr: false,
  },
);

/** Around all pages: any of them may have something to be confirmed. */
export function ConfirmSelf({ email, children }: { email: string; children: ReactNode }) {
  const form = useCallback(
    ({ onDone }: { onDone: () => void }) => <ConfirmSelfForm email={email} onDone={onDone} />,
    [email],
  );
  return (
    <ConfirmSelfProvider form={form}>
      <StillMeContext value={stillMeAction}>{children}</StillMeContext>
    </ConfirmSelfProvider>
  );
}
