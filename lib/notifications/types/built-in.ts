import { findStarter } from '@/lib/templates/starters/from-starter';
import type { Starter } from '@/lib/templates/starters/starter';
import { type TypeChannel, USUAL_WAIT } from './schema';

export type BuiltIn = {
  key: string;
  starter: Starter;
  marketing: boolean;
  channels: TypeChannel[];
  priority: 'high' | 'normal' | 'low';
};

/** What small companies tell their customers of, each with the starter of the same key, in the order of the panel. */
const CHANNELS: Record<string, TypeChannel[]> = {
  'document-created': ['email', 'whatsapp'],
  'subscription-expiring': ['email'],
  'subscription-expired': ['email'],
  'maintenance-reminder': ['email'],
  'inspection-due': ['email'],
  'payment-pending': ['email'],
  'inactive-customer': ['email'],
  'low-balance': ['email', 'sms'],
  'topup-received': ['email'],
  'account-overdue': ['email', 'sms'],
  'training-reminder': ['email'],
};

export const BUILT_IN: BuiltIn[] = Object.entries(CHANNELS).map(([key, channels]) => {
  const starter = findStarter(key)!;
  const marketing = starter.category === 'reactivation';
  return { key, starter, marketing, channels, priority: marketing ? 'low' : 'normal' };
});

export function findBuiltIn(key: string): BuiltIn | undefined {
  return BUILT_IN.find((type) => type.key === key);
}

/** As a row would have it. */
export function rowOf({ key, starter, marketing, channels, priority }: BuiltIn, language: 'en' | 'es') {
  return {
    key,
    title: starter.title[language],
    category: starter.category,
    marketing,
    required: false,
    collectable: false,
    mode: 'all' as const,
    steps: channels.map((channel) => ({ channel, waitMinutes: USUAL_WAIT[channel] })),
    template: key,
    texts: { es: starter.texts.es.sms, en: starter.texts.en.sms },
    variables: [],
    priority,
    dedupeHours: 24,
    active: true,
  };
}
