import { createServer } from 'node:net';
import { expect } from 'vitest';
import type { ProviderConfig } from '@/lib/providers/adapter';
import { SmtpSettings } from '@/lib/providers/email/smtp/settings';
import type { Scene } from './adapter-contract';
import { type SmtpScript, startScriptedSmtp } from './scripted-smtp';
import { listen, type MailServerOptions, startMailServer } from './smtp-server';
import { until } from './until';

let count = 0;

/** An SMTP provider at this port, in plain text unless told otherwise. */
export function configure(
  port: number,
  settings: Record<string, unknown> = {},
  password?: string,
): ProviderConfig {
  const plain = { host: 'localhost', port, security: 'none', timeoutMs: 1000 };
  return {
    id: `provider-${++count}`,
    name: 'Test',
    version: 1,
    settings: SmtpSettings.parse({ ...plain, ...settings }),
    secrets: password ? { password } : {},
  };
}

/** A well-behaved server and a provider that is set up for it. */
export async function proper(
  options: MailServerOptions = {},
  settings = {},
  password?: string,
): Promise<Scene> {
  const server = await startMailServer(options);
  const security = options.security ?? 'none';
  return {
    config: configure(server.port, { security, timeoutMs: 20_000, ...settings }, password),
    arrived: () => server.mails,
  };
}

/** A server that misbehaves as the script says. */
export async function scripted(script: SmtpScript, settings = {}, password?: string) {
  const server = await startScriptedSmtp(script);
  return {
    server,
    config: configure(server.port, settings, password),
    reached: () => until(() => expect(server.opened()).toBeGreaterThan(0)),
  };
}

export async function closedPort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}
