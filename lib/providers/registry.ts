import type { AnyAdapter } from './adapter';
import { slackSandbox, telegramSandbox } from './chat/sandbox/chat-sandboxes';
import { slackBot } from './chat/slack/slack';
import { slackWebhook } from './chat/slack/slack-webhook';
import { telegramBot } from './chat/telegram/telegram';
import { brevo } from './email/brevo/brevo';
import { mailgun } from './email/mailgun/mailgun';
import { postmark } from './email/postmark/postmark';
import { resend } from './email/resend/resend';
import { sandbox } from './email/sandbox/sandbox';
import { sendgrid } from './email/sendgrid/sendgrid';
import { ses } from './email/ses/ses';
import { smtp } from './email/smtp/smtp';
import { httpSms } from './sms/http/http-sms';
import { smsSandbox } from './sms/sandbox/sms-sandbox';
import { twilio } from './sms/twilio/twilio';
import { metaWhatsApp } from './whatsapp/meta/meta';
import { whatsappSandbox } from './whatsapp/sandbox/whatsapp-sandbox';
import { twilioWhatsApp } from './whatsapp/twilio/twilio-whatsapp';

const BUILT_IN = {
  smtp,
  sandbox,
  sendgrid,
  postmark,
  ses,
  resend,
  brevo,
  mailgun,
  twilio,
  'http-sms': httpSms,
  'sms-sandbox': smsSandbox,
  whatsapp: metaWhatsApp,
  'twilio-whatsapp': twilioWhatsApp,
  'whatsapp-sandbox': whatsappSandbox,
  telegram: telegramBot,
  'telegram-sandbox': telegramSandbox,
  slack: slackBot,
  'slack-webhook': slackWebhook,
  'slack-sandbox': slackSandbox,
};

/** Kind → adapter. A new provider is one line above. Each adapter parses its own settings, so the common view is untyped. */
const ADAPTERS = new Map(Object.entries(BUILT_IN as unknown as Record<string, AnyAdapter>));

/** Undefined: a kind of another version of Relevo. */
export function findAdapter(kind: string): AnyAdapter | undefined {
  return ADAPTERS.get(kind);
}

export function getAdapter(kind: string): AnyAdapter {
  const adapter = findAdapter(kind);
  if (!adapter) throw new Error(`no adapter for the provider kind ${kind}`);
  return adapter;
}

export function listAdapters(): AnyAdapter[] {
  return [...ADAPTERS.values()];
}

/** Beside those that are built in: for tests, and for what is not of this repository. */
export function registerAdapter(adapter: AnyAdapter): void {
  ADAPTERS.set(adapter.kind, adapter);
}

/** For tests that share a process: those beside the ones that are built in are of one of them. */
export function unregisterOthers(): void {
  for (const kind of ADAPTERS.keys()) if (!Object.hasOwn(BUILT_IN, kind)) ADAPTERS.delete(kind);
}

/** Closes every connection this process keeps. */
export async function closeAdapters(): Promise<void> {
  await Promise.all(listAdapters().map((adapter) => adapter.close()));
}
