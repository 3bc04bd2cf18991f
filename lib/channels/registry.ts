import type { Channel } from './channel';
import { slack, telegram } from './chat/chat';
import { email } from './email/email';
import { registerForm } from './forms';
import { registerInput } from './inputs';
import { sms } from './sms/sms';
import { whatsapp } from './whatsapp/whatsapp';

/** A new channel is one line here, one in `inputs.ts` and one in `forms.ts`. Each knows its own messages, so the common view is untyped. */
const CHANNELS = new Map<string, Channel>(
  [email, sms, whatsapp, telegram, slack].map((channel) => [channel.name, channel as unknown as Channel]),
);

/** Undefined: a channel of another version of Relevo. */
export function findChannel(name: string): Channel | undefined {
  return CHANNELS.get(name);
}

export function getChannel(name: string): Channel {
  const channel = findChannel(name);
  if (!channel) throw new Error(`no channel ${name}`);
  return channel;
}

/** Beside those that are built in: for tests, and for what is not of this repository. */
export function registerChannel(channel: Channel): void {
  CHANNELS.set(channel.name, channel);
  registerInput(channel.name, channel.input);
  registerForm(channel.name, channel.form);
}
