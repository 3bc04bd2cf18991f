import { beforeAll } from 'vitest';
import type { z } from 'zod';
import { createMailbox } from '@/lib/bounces/mailboxes/change';
import { MailboxInput, type MailboxView } from '@/lib/bounces/mailboxes/schema';
import { createCompany } from '@/lib/companies/create';
import { CompanyInput, type CompanyView } from '@/lib/companies/schema';
import { type Context, commandContext } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { keepInbound } from '@/lib/events/keep-inbound';
import { acceptMessage } from '@/lib/intake/accept';
import { MessageInput } from '@/lib/messages/schema';
import { createProvider } from '@/lib/providers/create';
import { forgetFacts } from '@/lib/providers/routing-facts';
import { ProviderInput, type ProviderView } from '@/lib/providers/schema';
import { createReport } from '@/lib/reports/change';
import { ReportInput, type ReportView } from '@/lib/reports/schema';
import { updateSettings } from '@/lib/settings/update';
import { createToken } from '@/lib/tokens/create';
import { SCOPES, type Scope } from '@/lib/tokens/schema';
import { registerStage, STAGE } from './stage';

export const testContext: Context = commandContext('test');

let count = 0;

/** A provider that really sends, by the sandbox's addresses (`stage.ts`), with a sender, unless told otherwise. */
export function makeProvider(input: Partial<z.input<typeof ProviderInput>> = {}): Promise<ProviderView> {
  registerStage();
  const defaults = {
    name: `provider ${++count}`,
    // Stands in for the stage, which no schema knows.
    kind: 'sandbox',
    settings: {},
    fromEmail: 'clinic@example.com',
    // Alike, unless a case says what is first.
    priority: 50,
  };
  const parsed = ProviderInput.parse({ ...defaults, ...input });
  return createProvider(
    testContext,
    input.kind ? parsed : { ...parsed, kind: STAGE as ProviderView['kind'] },
  );
}

/** Of a server that is not there. */
export function makeMailbox(input: Partial<MailboxInput> = {}): Promise<MailboxView> {
  const settings = {
    host: '127.0.0.1',
    port: 1,
    security: 'none',
    username: 'bounces',
    password: 'secret-13',
  };
  return createMailbox(
    testContext,
    MailboxInput.parse({ name: `mailbox ${++count}`, ...settings, ...input }),
  );
}

export function makeReport(input: Partial<ReportInput> = {}): Promise<ReportView> {
  const defaults = { name: `report ${++count}`, frequency: 'daily', recipients: ['boss@example.com'] };
  return createReport(testContext, ReportInput.parse({ ...defaults, ...input }));
}

export function makeCompany(input: Partial<CompanyInput> = {}): Promise<CompanyView> {
  return createCompany(testContext, CompanyInput.parse({ name: `company ${++count}`, ...input }));
}

export function makeMessage(input: Partial<z.input<typeof MessageInput>> = {}) {
  const words =
    'template' in input || 'providerTemplate' in input ? {} : { subject: 'Receipt 13', text: 'Thank you.' };
  const defaults = { to: 'ana@example.com', ...words };
  return acceptMessage(testContext, MessageInput.parse({ ...defaults, ...input }));
}

/** What a provider posted, as it is stored at the door. */
export function makeInbound(providerId: string, body: string, headers: Record<string, string> = {}) {
  return keepInbound(providerId, { headers, body: Buffer.from(body), receivedAt: new Date() });
}

export async function makeToken(scopes: readonly Scope[] = SCOPES): Promise<string> {
  const { token } = await createToken(testContext, { name: `token ${++count}`, scopes: [...scopes] });
  return token;
}

/** Forgets what earlier cases did to the providers: for files whose cases share them. */
export async function closeBreakers(): Promise<void> {
  await sql()`update provider_health set consecutive_failures = 0, open_until = null, probe_until = null`;
  await sql()`delete from delivery_minutes`;
  forgetFacts();
}

/** For files in which providers are down and nobody waits five seconds to see them so again. */
export function useOneTry(): void {
  beforeAll(async () => {
    await updateSettings(testContext, { delivery: { retries: { immediateTries: 1 } } });
  });
}
