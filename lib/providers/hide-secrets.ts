import { redactText } from '@/lib/redact';

/** A server may repeat a secret in its reply; what is kept and shown of it goes through here. */
export function hideSecrets(text: string, secrets: Record<string, string | undefined>): string {
  return Object.values(secrets).reduce<string>(
    (result, secret) => (secret && secret.length >= 4 ? result.replaceAll(secret, '••••') : result),
    redactText(text),
  );
}
