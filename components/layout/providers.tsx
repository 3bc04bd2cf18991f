'use client';

import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { type ReactNode, useState } from 'react';
import { cssVariables, theme } from '@/components/theme';
import { ApiProblem } from './api';
import { ConfirmProvider } from './confirm';
import { LeaveProvider } from './leave';
import { ToastProvider } from './toasts';

export function Providers({ nonce, children }: { nonce?: string; children: ReactNode }) {
  // The document keeps its first nonce: a later one, of a refresh, would not match the page's policy.
  const [firstNonce] = useState(nonce);
  const [queryClient] = useState(createQueryClient);
  if (typeof window !== 'undefined') Object.assign(globalThis, { __webpack_nonce__: firstNonce });
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => firstNonce ?? ''}
    >
      <QueryClientProvider client={queryClient}>
        <NuqsAdapter>
          <ToastProvider>
            <ConfirmProvider>
              <LeaveProvider>{children}</LeaveProvider>
            </ConfirmProvider>
          </ToastProvider>
        </NuqsAdapter>
      </QueryClientProvider>
    </MantineProvider>
  );
}

function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 2_000,
        retry: (failures, error) => failures < 2 && !(error instanceof ApiProblem && error.status < 500),
      },
    },
  });
}
