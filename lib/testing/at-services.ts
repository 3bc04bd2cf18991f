import { makeProvider } from './factories';
import { HOOK_PLAYS } from './hook-plays';
import { startHookService } from './hook-services';
import { startKeyService } from './key-services';

/** A provider at a service whose API makes keys. */
export async function atKeyService(): Promise<{ id: string }> {
  const service = await startKeyService('sendgrid');
  const settings = service.settings(service.url);
  const { id } = await makeProvider({
    kind: 'sendgrid',
    settings,
    secrets: service.secrets(service.keys[0]!),
  });
  return { id };
}

/** One at a service whose API is told where to post, and tells whom it suppresses. */
export async function atHookService(): Promise<{ id: string }> {
  const { settings, secrets } = HOOK_PLAYS.brevo;
  const { url } = await startHookService('brevo');
  const { id } = await makeProvider({ kind: 'brevo', settings: settings(url), secrets });
  return { id };
}
