import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isIP } from 'node:net';

const YEARS = 10;

/**
 * A key and a certificate that vouches for itself (RFC 5280), as PEM: for TLS on this machine, where nobody asks who vouches. In DER (X.690) by
 * hand, as it is forty lines and Node makes none.
 */
export function selfSigned(names: readonly string[], now = new Date()): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const serial = randomBytes(16);
  // Positive, and not shortened.
  serial[0] = (serial[0]! & 0x7f) | 0x40;
  const name = sequence(tag(0x31, sequence(COMMON_NAME, tag(0x0c, Buffer.from(names[0]!)))));
  const end = new Date(now);
  end.setUTCFullYear(end.getUTCFullYear() + YEARS);
  const body = sequence(
    tag(0xa0, tag(0x02, Buffer.from([2]))),
    tag(0x02, serial),
    ECDSA_SHA256,
    name,
    sequence(time(now), time(end)),
    name,
    publicKey.export({ format: 'der', type: 'spki' }),
    tag(0xa3, sequence(sequence(ALT_NAMES, tag(0x04, sequence(...names.map(altName)))))),
  );
  const signature = sign('sha256', body, privateKey);
  const der = sequence(body, ECDSA_SHA256, tag(0x03, Buffer.concat([Buffer.from([0]), signature])));
  const lines = der.toString('base64').replace(/.{64}/g, '$&\n').trimEnd();
  return {
    key: privateKey.export({ format: 'pem', type: 'pkcs8' }) as string,
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}

function tag(type: number, ...content: Buffer[]): Buffer {
  const value = Buffer.concat(content);
  const { length } = value;
  if (length < 0x80) return Buffer.concat([Buffer.from([type, length]), value]);
  return Buffer.concat([Buffer.from([type, 0x82, length >> 8, length & 0xff]), value]);
}

function sequence(...content: Buffer[]): Buffer {
  return tag(0x30, ...content);
}

/** GeneralizedTime: until 2049 a shorter form is asked for, which reads years of two digits. */
function time(date: Date): Buffer {
  const digits = date.toISOString().replace(/[-:T]|\.\d{3}/g, '');
  return date.getUTCFullYear() < 2050
    ? tag(0x17, Buffer.from(digits.slice(2)))
    : tag(0x18, Buffer.from(digits));
}

function altName(name: string): Buffer {
  if (isIP(name) === 0) return tag(0x82, Buffer.from(name, 'ascii'));
  return tag(0x87, isIP(name) === 4 ? Buffer.from(name.split('.').map(Number)) : LOOPBACK_6);
}

const LOOPBACK_6 = Buffer.concat([Buffer.alloc(15), Buffer.from([1])]);
const oid = (...bytes: number[]) => tag(0x06, Buffer.from(bytes));
const COMMON_NAME = oid(0x55, 0x04, 0x03);
const ALT_NAMES = oid(0x55, 0x1d, 0x11);
const ECDSA_SHA256 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
