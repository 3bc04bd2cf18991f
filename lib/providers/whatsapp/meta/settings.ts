import { z } from 'zod';
import { flaw } from '@/lib/flaws';
import { matching } from '@/lib/validation';
import type { ProviderConfig } from '../../adapter';
import { apiKey, endpoint, timeoutMs } from '../../api/settings';

const id = matching(/^\d{5,25}$/, flaw('looks_like', { example: '106540352242922' }));

/** Meta's WhatsApp Cloud API: https://developers.facebook.com/docs/whatsapp/cloud-api */
export const MetaSettings = z.strictObject({
  /** Of the number that sends; not the number itself. */
  phoneNumberId: id,
  /** Of the WhatsApp account that the number is in: whose templates are shown. */
  businessAccountId: id.optional(),
  /** Each ends some two years after it came: v25.0 on 2028-07-29. */
  graphVersion: matching(/^v\d{2}\.0$/, flaw('looks_like', { example: 'v25.0' }))
    .default('v25.0')
    .meta({ technical: true }),
  endpoint,
  timeoutMs,
});
export type MetaSettings = z.infer<typeof MetaSettings>;

export const MetaSecrets = z.strictObject({
  /** Of a system user: one of the app's first page ends within a day. */
  apiKey: apiKey.optional(),
  /** Signs what Meta tells. */
  webhookAppSecret: apiKey.optional(),
  /** What Meta shows when it makes sure of our address. */
  webhookVerifyToken: z.string().min(8).max(200).optional(),
});
export type MetaSecrets = { apiKey: string; webhookAppSecret: string; webhookVerifyToken: string };
export type MetaConfig = ProviderConfig<MetaSettings, MetaSecrets>;

export const META_ENDPOINT = 'https://graph.facebook.com';
