import { startApiServer } from './api-server';
import type { DomainHeld } from './domain-play';
import { DOMAIN_PLAYS } from './domain-plays';
import { makeDomain } from './domains';
import { makeProvider } from './factories';

/** A domain, and a provider called "newsletters" whose service takes domains by its API. */
export async function atDomainService(): Promise<{ id: string }> {
  const held: DomainHeld[] = [];
  const { settings, secrets, answer } = DOMAIN_PLAYS.brevo;
  const { url } = await startApiServer((call) => answer(call, held));
  const { id, name } = await makeDomain();
  await makeProvider({ kind: 'brevo', name: 'newsletters', settings: settings(url, name), secrets });
  return { id };
}
