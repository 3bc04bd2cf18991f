import { expect } from 'vitest';
import { z } from 'zod';
import type { ApiCallSeen } from '../api-server';
import { expectAwsSignature } from '../aws-signature';

export const KEYS = { accessKeyId: 'AKIAEXAMPLE0123456789', secretAccessKey: 'secret/of+the/contract' };
export const REGION = 'eu-west-1';
const addresses = z.array(z.email()).min(1);

/** SendEmail of API v2 as documented, with a raw message; nothing else is taken. */
const SendEmail = z.strictObject({
  // Given, it replaces the From header of the raw message, display name and all: https://anymail.dev/en/stable/esps/amazon_ses/
  FromEmailAddress: z.undefined().optional(),
  Destination: z
    .strictObject({
      ToAddresses: addresses.optional(),
      CcAddresses: addresses.optional(),
      BccAddresses: addresses.optional(),
    })
    .refine((lists) => Object.values(lists).flat().length <= 50),
  Content: z.strictObject({ Raw: z.strictObject({ Data: z.base64() }) }),
  EmailTags: z
    .array(
      z.strictObject({
        Name: z.string().regex(/^[\w-]{1,256}$/),
        Value: z.string().regex(/^[\w-]{1,256}$/),
      }),
    )
    .max(50)
    .refine((tags) => new Set(tags.map(({ Name }) => Name)).size === tags.length)
    .optional(),
  ConfigurationSetName: z.string().optional(),
});

export function readSend(call: ApiCallSeen) {
  expect(call).toMatchObject({ method: 'POST', path: '/v2/email/outbound-emails' });
  expect(call.headers['content-type']).toBe('application/json');
  expectAwsSignature(call, KEYS, 'ses', REGION);
  const mail = SendEmail.parse(JSON.parse(call.body.toString('utf8')));
  expectLines(Buffer.from(mail.Content.Raw.Data, 'base64'));
  return {
    to: Object.values(mail.Destination).flat(),
    raw: Buffer.from(mail.Content.Raw.Data, 'base64'),
    mail,
  };
}

/** "The length of any single line of text in the message can't exceed 1,000 characters", and nothing beyond 7 bits: API_EmailContent. */
function expectLines(raw: Buffer): void {
  const lines = raw.toString('latin1').split('\r\n');
  expect(lines.filter((line) => line.length > 998 || /[^\t -~]/.test(line))).toEqual([]);
}
