import { describe, expect, it } from 'vitest';
import { signRequest } from './sign';

/** Keys and dates of the examples that AWS publishes. */
const keys = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };
const scope = { service: 'service', region: 'us-east-1', datetime: '20150830T123600Z' };
const url = 'https://example.amazonaws.com/';
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const iam = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };

const sessionToken =
  'AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA==';

describe('Signature Version 4: AWS’s own examples', () => {
  it('post-sts-header-before: temporary credentials', async () => {
    const headers = await signRequest({ method: 'POST', url }, { ...keys, sessionToken }, scope);
    expect(headers['x-amz-security-token']).toBe(sessionToken);
    expect(headers.authorization).toContain(
      'SignedHeaders=host;x-amz-date;x-amz-security-token, Signature=85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead',
    );
  });

  it.each([
    [
      'get-vanilla',
      { method: 'GET', url } as const,
      scope,
      'host;x-amz-date',
      '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31',
    ],
    [
      'post-vanilla',
      { method: 'POST', url } as const,
      scope,
      'host;x-amz-date',
      '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b',
    ],
    [
      'post-x-www-form-urlencoded',
      { method: 'POST', url, headers: form, body: 'Param1=value1' } as const,
      scope,
      'content-type;host;x-amz-date',
      'ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a',
    ],
    [
      'IAM ListUsers',
      {
        method: 'GET',
        url: 'https://iam.amazonaws.com/?Action=ListUsers&Version=2010-05-08',
        headers: iam,
      } as const,
      { ...scope, service: 'iam' },
      'content-type;host;x-amz-date',
      '5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
    ],
  ])('%s', async (_name, request, { service, ...when }, signed, signature) => {
    const { authorization } = await signRequest(request, keys, { service, ...when });
    expect(authorization).toBe(
      `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/${service}/aws4_request, ` +
        `SignedHeaders=${signed}, Signature=${signature}`,
    );
  });
});
