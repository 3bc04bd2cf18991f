import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { type Keyring, keyring } from './keyring';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Names the cell a secret belongs to; a ciphertext moved to another row does not open there. */
export type SealContext = { table: string; column: string; rowId: string };

/**
 * Envelope encryption: a random data key encrypts the text, the active master key encrypts the data key, both AES-256-GCM.
 * Format: `enc:v1:<key id>:<base64 nonce+data key+tag>:<base64 nonce+text+tag>`.
 */
export function seal(plaintext: string, context: SealContext, ring: Keyring = keyring()): string {
  const dataKey = randomBytes(32);
  const aad = additionalData(context);
  const wrapped = encrypt(ring.keys.get(ring.activeId)!, dataKey, aad);
  return `enc:v1:${ring.activeId}:${wrapped}:${encrypt(dataKey, Buffer.from(plaintext, 'utf8'), aad)}`;
}

/** @throws Error when the key is unknown, the text was changed, or it belongs to another row. */
export function open(sealed: string, context: SealContext, ring: Keyring = keyring()): string {
  const { key, wrapped, body } = parse(sealed, ring);
  const aad = additionalData(context);
  return decrypt(decrypt(key, wrapped, aad), body, aad).toString('utf8');
}

/** The same secret for the active master key: only the data key is opened and encrypted anew, never the text. @throws Error as `open` */
export function rewrap(sealed: string, context: SealContext, ring: Keyring = keyring()): string {
  const { key, wrapped, body } = parse(sealed, ring);
  const aad = additionalData(context);
  const dataKey = decrypt(key, wrapped, aad);
  return `enc:v1:${ring.activeId}:${encrypt(ring.keys.get(ring.activeId)!, dataKey, aad)}:${body}`;
}

function parse(sealed: string, ring: Keyring) {
  const [scheme, version, keyId = '', wrapped = '', body = ''] = sealed.split(':');
  if (scheme !== 'enc' || version !== 'v1') throw new Error('not a sealed value');
  const key = ring.keys.get(keyId);
  if (!key) throw new Error(`the master key ${keyId} is missing from RELEVO_MASTER_KEY`);
  return { key, wrapped, body };
}

function additionalData(context: SealContext): Buffer {
  return Buffer.from(`v1|${context.table}|${context.column}|${context.rowId}`);
}

function encrypt(key: Buffer, plaintext: Buffer, aad: Buffer): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES }).setAAD(aad);
  return Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]).toString(
    'base64',
  );
}

function decrypt(key: Buffer, encoded: string, aad: Buffer): Buffer {
  const bytes = Buffer.from(encoded, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(aad).setAuthTag(bytes.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
}
