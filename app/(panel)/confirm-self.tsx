'use client';

import dynamic from 'next/dynamic';
import { type ComponentProps, type ReactNode, useCallback } from 'react';
import { ConfirmSelfProvider } from '@/components/layout/confirm-self';
import { StillMeContext } from '@/components/layout/use-confirmed-visit';
import { stillMeAction } from './actions';

// Rarely asked for, and with all that forms need a fifth of what a page loads.
const ConfirmSelfWindow = dynamic(
  () => import('./confirm-self-window').then((module) => module.ConfirmSelfWindow),
  { ssr: false },
);
type WindowProps = Omit<ComponentProps<typeof ConfirmSelfWindow>, 'email'>;

/** Around all pages: any of them may have something to be confirmed. */
export function ConfirmSelf({ email, children }: { email: string; children: ReactNode }) {
  const window = useCallback((props: WindowProps) => <ConfirmSelfWindow email={email} {...props} />, [email]);
  return (
    <ConfirmSelfProvider window={window}>
      <StillMeContext value={stillMeAction}>{children}</StillMeContext>
    </ConfirmSelfProvider>
  );
}
