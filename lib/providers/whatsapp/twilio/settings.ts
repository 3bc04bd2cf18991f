import { z } from 'zod';
import { flaw } from '@/lib/flaws';
import { matching } from '@/lib/validation';
import type { ProviderConfig } from '../../adapter';
import { accountSettings, type TwilioSecrets } from '../../sms/twilio/account';

/** WhatsApp through Twilio: https://www.twilio.com/docs/whatsapp/api */
export const TwilioWhatsAppSettings = z.strictObject({
  ...accountSettings,
  /** The number that is registered there for WhatsApp. */
  sender: matching(/^\+\d{8,15}$/, flaw('looks_like', { example: '+595981234567' })),
});
export type TwilioWhatsAppSettings = z.infer<typeof TwilioWhatsAppSettings>;
export type TwilioWhatsAppConfig = ProviderConfig<TwilioWhatsAppSettings, TwilioSecrets>;
