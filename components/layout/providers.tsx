'use client';

import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useLocale } from 'next-intl';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { type ReactNode, useState } from 'react';
import { z } from 'zod';
import * as zodLocales from 'zod/locales';
import { cssVariables, theme } from '@/components/theme';
import { ApiProblem } from './api';
import { ConfirmProvider } from './confirm';

const ZOD_LOCALES = { en: zodLocales.en, es: zodLocales.es };

export function Providers({ nonce, children }: { nonce?: string; children: ReactNode }) {
  // The document keeps its first nonce: a later one, of a refresh, would not match the page's policy.
  const [firstNonce] = useState(nonce);
  const [queryClient] = useState(createQueryClient);
  useFieldMessages();
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
          <ConfirmProvider>{children}</ConfirmProvider>
        </NuqsAdapter>
      </QueryClientProvider>
      <Notifications position="bottom-right" autoClose={6000} />
    </MantineProvider>
  );
}

/** zod's setting is global, so it is changed in the browser only: a server speaks to many people at once. */
function useFieldMessages(): void {
  const locale = useLocale() as keyof typeof ZOD_LOCALES;
  if (typeof window !== 'undefined') z.config(ZOD_LOCALES[locale]());
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
