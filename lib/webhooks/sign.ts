import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';
/** Of the 24 to 64 that the specification allows. */
const SECRET_BYTES = 32;

export function generateSecret(): string {
  return `${PREFIX}${randomBytes(SECRET_BYTES).toString('base64')}`;
}

type Signed = { id: string; timestamp: number; body: string };

/**
 * The value of `webhook-signature` by Standard Webhooks 1.0.0: HMAC-SHA256 of `id.timestamp.body` with what the secret says in base64, one
 * for each secret while one replaces another. `timestamp`: in seconds.
 */
export function sign({ id, timestamp, body }: Signed, secrets: string[]): string {
  return secrets
    .map((secret) => {
      const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
      return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
    })
    .join(' ');
}
