import { freePort } from '@/lib/database/embedded/free-port';
import { type System, startSystem } from '@/lib/testing/system';
import { Client } from './client';
import type { MailServer } from './mail/server';
import { sleep } from './waiting';

const SCOPES = [
  'messages:send',
  'messages:read',
  'messages:write',
  'providers:read',
  'providers:write',
  'settings:read',
  'settings:write',
];
/** Every process works by changed settings and providers within a second. */
export const FELT_MS = 1_500;

export type Settings = { priority?: number; timeoutMs?: number; pool?: Record<string, number> };

/** The real thing as `npm start` runs it, whose supervisor never waits longer than a second before it starts a process again. */
const doors = new WeakMap<System, number>();

/** Where its SMTP door listens. */
export const doorPortOf = (system: System): number => doors.get(system)!;

export async function startVictim(): Promise<System> {
  const port = await freePort();
  const env = {
    RELEVO_SMTP_PORT: String(port),
    RELEVO_LOG_LEVEL: 'warn',
    RELEVO_RESTART_MAX_MS: '1000',
    // The run's own API is on this machine.
    RELEVO_PRIVATE_TARGETS: '127.0.0.0/8',
  };
  const system = await startSystem(env, 'disk');
  doors.set(system, port);
  return system;
}

export async function connectClient(system: System): Promise<Client> {
  const token = await system.relevo('token', 'create', '--name', 'chaos', '--scopes', SCOPES.join(','));
  return new Client(system.url, token.trim());
}

/** @returns its id */
export async function addProvider(
  client: Client,
  server: MailServer,
  settings: Settings = {},
): Promise<string> {
  const [id] = await addProviders(client, [smtpProvider(server, settings)]);
  return id!;
}

export function smtpProvider({ name, port }: MailServer, { priority = 50, ...own }: Settings = {}) {
  const settings = { host: '127.0.0.1', port, security: 'none', ...own };
  return { name, kind: 'smtp', fromEmail: 'receipts@example.com', priority, settings };
}

/** Waits until every process knows them: a message that comes before finds nobody and is tried again much later. @returns their ids */
export async function addProviders(client: Client, providers: object[]): Promise<string[]> {
  const ids: string[] = [];
  for (const provider of providers)
    ids.push((await client.expect<{ id: string }>('POST', '/api/v1/providers', provider)).id);
  await sleep(FELT_MS);
  return ids;
}

/** Changes the delivery settings as the settings page does; to be followed by `addProvider`, which waits for both. */
export async function changeDelivery(client: Client, delivery: Record<string, unknown>): Promise<void> {
  await client.expect('PATCH', '/api/v1/settings', { delivery });
}

/** What is left of a scenario must not carry the messages of the next. Asked again: what it broke may only just be back. */
export async function pauseProviders(client: Client, signal: AbortSignal): Promise<void> {
  const { data } = await client.insist<{ data: { id: string }[] }>(
    'GET',
    '/api/v1/providers',
    undefined,
    signal,
  );
  for (const { id } of data)
    await client.insist('PATCH', `/api/v1/providers/${id}`, { active: false }, signal);
}

/** A small receipt to an address of its own, by which a mail server knows it. */
export function receipt(scenario: string, number: number, more: Record<string, unknown> = {}) {
  return {
    to: `${scenario}-${number}@example.net`,
    subject: `${scenario} ${number}`,
    text: 'Thank you.',
    ...more,
  };
}

export function receipts(scenario: string, count: number) {
  return Array.from({ length: count }, (_, number) => receipt(scenario, number));
}
