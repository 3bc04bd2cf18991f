import { z } from 'zod';
import type { ProviderConfig } from '../../adapter';
import { apiKey, baseUrl, endpoint, timeoutMs } from '../../api/settings';

/** A bot of Telegram: https://core.telegram.org/bots/api */
export const TelegramSettings = z.strictObject({ endpoint, timeoutMs });
export const TelegramSecrets = z.strictObject({
  /** From @BotFather. */
  apiKey: apiKey.optional(),
  /** `secret_token` of `setWebhook`: what Telegram shows when it tells something. */
  webhookToken: z.string().min(16).max(256).optional().meta({ technical: true }),
});
export type TelegramSettings = z.infer<typeof TelegramSettings>;
export type TelegramSecrets = { apiKey: string; webhookToken: string };
export type TelegramConfig = ProviderConfig<TelegramSettings, TelegramSecrets>;

export const OWN_ENDPOINT = 'https://api.telegram.org';

/** The token stands in the path: no URL of it is kept without its secrets hidden. */
export function methodUrl({ settings, secrets }: TelegramConfig, method: string): string {
  return `${baseUrl(settings.endpoint, OWN_ENDPOINT)}/bot${secrets.apiKey ?? ''}/${method}`;
}
