import { slackForm, telegramForm } from './chat/form';
import { DEFAULT_CHANNEL } from './default-channel';
import { emailForm } from './email/form';
import type { ChannelForm } from './form';
import { smsForm } from './sms/form';
import { whatsappForm } from './whatsapp/form';

/** Channel → with what it is composed. Apart from the channels themselves, as `inputs.ts` is: a browser has these. */
const FORMS = new Map<string, ChannelForm>([
  [DEFAULT_CHANNEL, emailForm],
  ['sms', smsForm],
  ['whatsapp', whatsappForm],
  ['telegram', telegramForm],
  ['slack', slackForm],
]);

/** Undefined: nothing can be composed for it here. */
export function findForm(channel: string): ChannelForm | undefined {
  return FORMS.get(channel);
}

export function registerForm(channel: string, form: ChannelForm): void {
  FORMS.set(channel, form);
}
