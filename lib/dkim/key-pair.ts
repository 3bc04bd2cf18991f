import {
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { promisify } from 'node:util';
import { invalid } from '@/lib/errors';
import type { Signer } from './sign';

export type Algorithm = Signer['algorithm'];

const RSA_BITS = 2048;
/** RFC 8301, 3.2: signers use at least 1024. More than 4096 fits no record that receivers must read. */
const LEAST_BITS = 1024;
const MOST_BITS = 4096;

const generate = promisify(generateKeyPair);

export async function makePrivateKey(algorithm: Algorithm): Promise<string> {
  const { privateKey } =
    algorithm === 'rsa' ? await generate('rsa', { modulusLength: RSA_BITS }) : await generate('ed25519');
  return exportKey(privateKey);
}

/** One that somebody used elsewhere. It signs once, so that none is kept that cannot. @throws AppError validation_failed */
export function readPrivateKey(pem: string): { pem: string; algorithm: Algorithm } {
  const key = parse(pem);
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  const algorithm = key.asymmetricKeyType;
  if (algorithm !== 'rsa' && algorithm !== 'ed25519') throw invalid('privateKey', 'private_key');
  if (algorithm === 'rsa' && (bits < LEAST_BITS || bits > MOST_BITS))
    throw invalid('privateKey', 'key_bits', { min: LEAST_BITS, max: MOST_BITS });
  const hash = algorithm === 'rsa' ? 'sha256' : null;
  const text = Buffer.from('signed once');
  if (!verify(hash, text, createPublicKey(key), sign(hash, text, key)))
    throw invalid('privateKey', 'private_key');
  return { pem: exportKey(key), algorithm };
}

function parse(pem: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch {
    throw invalid('privateKey', 'private_key');
  }
}

function exportKey(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** What stands in DNS (RFC 6376, 3.6.1; RFC 8463, 4: of Ed25519 the bare 32 bytes). */
export function recordOf(pem: string): string {
  const key = createPublicKey(pem);
  const der = key.export({ type: 'spki', format: 'der' });
  return key.asymmetricKeyType === 'rsa'
    ? `v=DKIM1; k=rsa; p=${der.toString('base64')}`
    : `v=DKIM1; k=ed25519; p=${der.subarray(-32).toString('base64')}`;
}
