import { z } from 'zod';
import { apiKey } from '../../api/settings';

export const SlackSecrets = z.strictObject({
  /** A bot's token, which begins with xoxb-; or the address of an incoming webhook, https://hooks.slack.com/services/…: whoever has it can write. */
  apiKey: apiKey.optional(),
});
export type SlackSecrets = { apiKey: string };

/** What all that writes to Slack has in common. */
export const ofSlack = {
  channel: 'slack',
  secrets: SlackSecrets,
  close: async () => undefined,
};
