'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import type { AiUse } from '@/lib/ai/ask/uses';
import type { AiProviderView } from '@/lib/ai/providers/schema';
import { offerOf } from './offer-of';

/** `locked`: why nobody can be asked now. */
export type AiOffer = { provider: AiProviderView; hides: boolean; locked: string | null };

/** Who would be asked first for a thing of this company; null: this use is off or there is nobody, and then nothing of it is shown. */
export function useAi(uses: AiUse[], { company }: { company?: string }): AiOffer | null {
  const t = useTranslations('ai.reasons');
  const { data: settings } = useQuery(apiQuery('settings'));
  const isOn = settings !== undefined && uses.some((use) => settings.ai[use]);
  const { data: providers } = useQuery({ ...apiQuery('ai-providers'), enabled: isOn });
  const offer = offerOf(providers?.data ?? [], company);
  if (!isOn || !offer) return null;
  const { provider, reason } = offer;
  return { provider, hides: settings.ai.hidePersonalData, locked: reason && t(reason) };
}
