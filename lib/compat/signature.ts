import { createHash, createHmac } from 'node:crypto';
import { safeEqual, sha256Large } from '@/lib/crypto/compare';

/** What a request says of how it is signed. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html */
export type Signature = {
  accessKeyId: string;
  day: string;
  region: string;
  /** `20261130T031500Z`. */
  date: string;
  names: string[];
  signature: string;
};

const SHAPE =
  /^AWS4-HMAC-SHA256 +Credential=([\w]{1,128})\/(\d{8})\/([\w-]{1,64})\/(\w{1,32})\/aws4_request, *SignedHeaders=([\w;-]{1,4000}), *Signature=([0-9a-f]{64})$/;
/** How far the clocks may be apart. */
const SKEW_MS = 300_000;

/** The signature of a request, or what is wrong with it before anybody looks for its key. */
export function readSignature(headers: Headers): Signature | string {
  const shape = SHAPE.exec(headers.get('authorization') ?? '');
  if (!shape) return 'The request is not signed as AWS4-HMAC-SHA256 says.';
  const [, accessKeyId, day, region, service, signed, signature] = shape as unknown as string[];
  if (service !== 'ses') return 'The signature is for another service than ses.';
  const date = headers.get('x-amz-date') ?? '';
  const at = Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (!date.startsWith(day!) || Number.isNaN(at)) return 'x-amz-date does not fit the signature.';
  if (Math.abs(Date.now() - at) > SKEW_MS)
    return `The clock of the program is wrong: it signed at ${date}, and here it is ${new Date().toISOString()}.`;
  const names = signed!.split(';');
  const isSorted = names.every((name, index) => index === 0 || names[index - 1]! < name);
  const own = [...headers.keys()].filter((name) => name.startsWith('x-amz-'));
  const missing = ['host', 'x-amz-date', ...own].find((name) => !names.includes(name));
  if (!isSorted) return 'SignedHeaders are not in order.';
  if (missing) return `SignedHeaders lack ${missing}.`;
  return { accessKeyId: accessKeyId!, day: day!, region: region!, date, names, signature: signature! };
}

type Signed = { method: string; url: string; headers: Headers; body: Uint8Array };

/** Whether it is signed with this secret, over the bytes that came. */
export async function isSignedWith(secret: string, given: Signature, request: Signed): Promise<boolean> {
  const hash = (
    await sha256Large(Buffer.from(request.body.buffer, request.body.byteOffset, request.body.length))
  ).toString('hex');
  const announced = request.headers.get('x-amz-content-sha256');
  if (announced !== null && announced !== hash) return false;
  const { day, region, date } = given;
  const scope = `${day}/${region}/ses/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', date, scope, hex(canonical(given, request, hash))].join('\n');
  const key = [day, region, 'ses', 'aws4_request'].reduce<string | Buffer>(
    (from, part) => createHmac('sha256', from).update(part).digest(),
    `AWS4${secret}`,
  );
  return safeEqual(createHmac('sha256', key).update(toSign).digest('hex'), given.signature);
}

function canonical({ names }: Signature, { method, url, headers }: Signed, hash: string): string {
  const [path = '/', query = ''] = url.split('?', 2);
  return [
    method,
    // What is encoded in it is encoded once more, but for S3.
    path.replaceAll('%', '%25'),
    query.split('&').toSorted().join('&'),
    ...names.map((name) => `${name}:${(headers.get(name) ?? '').trim().replace(/ +/g, ' ')}`),
    '',
    names.join(';'),
    hash,
  ].join('\n');
}

function hex(data: string): string {
  return createHash('sha256').update(data).digest('hex');
}
