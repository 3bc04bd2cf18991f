import type { z } from 'zod';
import type { ProviderInput } from '@/lib/providers/schema';
import type { ProviderKey } from './day';

type Seeded = z.input<typeof ProviderInput> & { earlier?: { days: number; costMicros: number } };

/**
 * Prices per message as their price lists have them for such a volume. Passwords are made up: no mail leaves by them, since all are paused.
 * `earlier`: what it cost until so many days ago.
 */
export const PROVIDERS: Record<ProviderKey, Seeded> = {
  own: {
    name: 'Own server',
    kind: 'smtp',
    settings: { host: 'mail.example.com', port: 587, security: 'starttls', username: 'relevo' },
    secrets: { password: 'made-up-password' },
    fromEmail: 'notices@example.com',
    priority: 90,
    costPerMessage: '0',
  },
  ses: {
    name: 'Amazon SES',
    kind: 'ses',
    settings: { region: 'us-east-1' },
    secrets: { accessKeyId: 'AKIAMADEUPMADEUPMADE', secretAccessKey: 'made-up-secret' },
    fromEmail: 'notices@example.com',
    priority: 70,
    costPerMessage: '0.0001',
  },
  sendgrid: {
    name: 'SendGrid',
    kind: 'sendgrid',
    settings: {},
    secrets: { apiKey: 'SG.made-up' },
    fromEmail: 'notices@example.com',
    priority: 40,
    costPerMessage: '0.0009',
    budget: { monthly: '20', hard: false },
    earlier: { days: 10, costMicros: 800 },
  },
  gmail: {
    name: 'Gmail',
    kind: 'smtp',
    settings: {
      preset: 'gmail',
      host: 'smtp.gmail.com',
      port: 465,
      security: 'tls',
      username: 'clinic@gmail.com',
    },
    secrets: { password: 'made-up-password' },
    fromEmail: 'clinic@gmail.com',
    priority: 20,
    costPerMessage: '0',
  },
};
