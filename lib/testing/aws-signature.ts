import { createHash, createHmac } from 'node:crypto';
import { expect } from 'vitest';
import type { ApiCallSeen } from './api-server';

type Keys = { accessKeyId: string; secretAccessKey: string };

const SHAPE =
  /^AWS4-HMAC-SHA256 Credential=(\w+)\/(\d{8})\/([\w-]+)\/(\w+)\/aws4_request, SignedHeaders=([\w;-]+), Signature=([0-9a-f]{64})$/;

/** What AWS does with a request: computes the signature from what arrived and compares. */
export function expectAwsSignature(call: ApiCallSeen, keys: Keys, service: string, region: string): void {
  const { headers } = call;
  const shape = SHAPE.exec(headers.authorization ?? '');
  expect(shape, headers.authorization).not.toBeNull();
  const [, accessKeyId, day = '', inRegion, forService, signed = '', signature] = shape!;
  expect({ accessKeyId, inRegion, forService }).toEqual({
    accessKeyId: keys.accessKeyId,
    inRegion: region,
    forService: service,
  });
  const date = String(headers['x-amz-date']);
  expect(date).toMatch(/^\d{8}T\d{6}Z$/);
  expect(date.startsWith(day)).toBe(true);
  const at = date.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z');
  expect(Math.abs(Date.now() - Date.parse(at))).toBeLessThan(300_000);
  const names = signed.split(';');
  expect(names).toEqual(names.toSorted());
  expect(names).toEqual(expect.arrayContaining(['host', 'x-amz-date']));
  if (headers['content-type']) expect(names).toContain('content-type');
  const [path, query = ''] = call.path.split('?');
  const canonical = [
    call.method,
    // What is encoded in it is encoded once more, but for S3: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
    path!.replaceAll('%', '%25'),
    query.split('&').toSorted().join('&'),
    ...names.map((name) => `${name}:${String(headers[name]).trim().replace(/\s+/g, ' ')}`),
    '',
    signed,
    sha256(call.body),
  ].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', date, `${day}/${region}/${service}/aws4_request`, sha256(canonical)];
  const key = [day, region, service, 'aws4_request'].reduce<string | Buffer>(
    (secret, part) => createHmac('sha256', secret).update(part).digest(),
    `AWS4${keys.secretAccessKey}`,
  );
  expect(signature).toBe(createHmac('sha256', key).update(toSign.join('\n')).digest('hex'));
}

function sha256(value: string | Buffer): string {
  return createHash('sha256').update(value).digest('hex');
}
