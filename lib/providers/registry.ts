import type { Adapter } from './adapter';
import { brevo } from './email/brevo/brevo';
import { mailgun } from './email/mailgun/mailgun';
import { postmark } from './email/postmark/postmark';
import { resend } from './email/resend/resend';
import { sandbox } from './email/sandbox/sandbox';
import { sendgrid } from './email/sendgrid/sendgrid';
import { ses } from './email/ses/ses';
import { smtp } from './email/smtp/smtp';
import type { PROVIDER_KINDS } from './schema';

export type ProviderKind = (typeof PROVIDER_KINDS)[number];

/** Kind → adapter. A new provider is one line here. Each adapter parses its own settings, so the common view is untyped. */
const ADAPTERS = {
  smtp,
  sandbox,
  sendgrid,
  postmark,
  ses,
  resend,
  brevo,
  mailgun,
} as unknown as Record<ProviderKind, Adapter>;

/** Undefined: a kind of another version of Relevo. */
export function findAdapter(kind: string): Adapter | undefined {
  return Object.hasOwn(ADAPTERS, kind) ? ADAPTERS[kind as ProviderKind] : undefined;
}

export function getAdapter(kind: string): Adapter {
  const adapter = findAdapter(kind);
  if (!adapter) throw new Error(`no adapter for the provider kind ${kind}`);
  return adapter;
}

export function listAdapters(): Adapter[] {
  return Object.values(ADAPTERS);
}

/** Closes every connection this process keeps. */
export async function closeAdapters(): Promise<void> {
  await Promise.all(listAdapters().map((adapter) => adapter.close()));
}
