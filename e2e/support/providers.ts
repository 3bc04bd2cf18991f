import type { System } from '@/lib/testing/system';
import type { MailServer } from './mail-server';

export const RELAY_PASSWORD = 'open sesame 2026';

const tokens = new WeakMap<System, Promise<string>>();

/** Through the API, in their order, since a fallback has to be there first: a command for each would take seconds. */
export async function addProviders(system: System, ...providers: object[]): Promise<void> {
  for (const provider of providers) await request(system, 'POST', 'providers', provider);
}

/** A provider that really sends, to the mail server of the test; the server tells them apart by their names. */
export function relayTo({ port }: MailServer, provider: { name: string; [field: string]: unknown }) {
  return {
    kind: 'smtp',
    settings: { host: '127.0.0.1', port, security: 'none', username: provider.name },
    secrets: { password: RELAY_PASSWORD },
    fromEmail: 'clinic@example.com',
    ...provider,
  };
}

/** For who shares a system: the other specs go on with their own. */
export async function removeProviders(system: System, ...names: string[]): Promise<void> {
  for (const name of names) await request(system, 'DELETE', `providers/${encodeURIComponent(name)}`);
}

export async function changeProvider(system: System, name: string, change: object): Promise<void> {
  await request(system, 'PATCH', `providers/${encodeURIComponent(name)}`, change);
}

async function request(system: System, method: string, path: string, body?: object): Promise<void> {
  const answer = await fetch(`${system.url}/api/v1/${path}`, {
    method,
    headers: { authorization: `Bearer ${await tokenOf(system)}`, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
}

function tokenOf(system: System): Promise<string> {
  const known = tokens.get(system);
  if (known) return known;
  const made = system
    .relevo('token', 'create', '--name', 'providers of the tests', '--scopes', 'providers:write')
    .then((token) => token.trim());
  tokens.set(system, made);
  return made;
}
