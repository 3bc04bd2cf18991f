'use client';

import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '@/components/layout/api';
import type { AiUse } from '@/lib/ai/ask/uses';
import type { AiProviderView } from '@/lib/ai/providers/schema';

export type AiOffer = { provider: AiProviderView; hides: boolean };

/** Who would be asked first; null: nobody, or this use is off, and then nothing of it is shown. */
export function useAi(uses: AiUse[]): AiOffer | null {
  const { data: settings } = useQuery(apiQuery('settings'));
  const isOn = settings !== undefined && uses.some((use) => settings.ai[use]);
  const { data: providers } = useQuery({ ...apiQuery('ai-providers'), enabled: isOn });
  const provider = providers?.data.find(({ state }) => state === 'ready');
  return isOn && provider ? { provider, hides: settings.ai.hidePersonalData } : null;
}
