import { redactText } from '@/lib/text/redact';

const HIDDEN = '••••';
/** Shorter texts would be found by chance. */
const SHORTEST = 4;
const SHORTEST_ENCODED = 8;

/** A server may repeat a secret in its reply, as it is or as it was sent; what is kept and shown of it goes through here. */
export function hideSecrets(text: string, secrets: Record<string, string | undefined>): string {
  return Object.values(secrets)
    .flatMap((secret) => (secret && secret.length >= SHORTEST ? formsOf(secret) : []))
    .reduce<string>((result, form) => result.replaceAll(form, HIDDEN), redactText(text));
}

function formsOf(secret: string): string[] {
  return [secret, encodeURIComponent(secret), ...[0, 1, 2].flatMap((shift) => base64Forms(secret, shift))];
}

/** Inside longer base64 (`user:password`, say) only what the neighbours have no share in is always the same. */
function base64Forms(secret: string, shift: number): string[] {
  const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(secret)]);
  const [from, cut] = [[0, 2, 3][shift], bytes.length % 3 === 0 ? 0 : 1];
  return (['base64', 'base64url'] as const)
    .map((encoding) => bytes.toString(encoding).replace(/=+$/, ''))
    .map((encoded) => encoded.slice(from, encoded.length - cut))
    .filter((form) => form.length >= SHORTEST_ENCODED);
}
