import { AwsV4Signer } from 'aws4fetch';
import type { OutboundRequest } from '@/lib/outbound/safe-fetch';

type Unsigned = Pick<OutboundRequest, 'method' | 'url' | 'headers'> & { body?: string };
type Keys = { accessKeyId?: string; secretAccessKey?: string; sessionToken?: string };
/** `datetime` as 20150830T123600Z; default: now. */
type Scope = { service: string; region: string; datetime?: string };

/** The request's headers with AWS Signature Version 4 over all of them; AWS takes it for five minutes. */
export async function signRequest(
  request: Unsigned,
  { accessKeyId = '', secretAccessKey = '', sessionToken }: Keys,
  scope: Scope,
): Promise<Record<string, string>> {
  const signer = new AwsV4Signer({
    ...request,
    accessKeyId,
    secretAccessKey,
    sessionToken,
    ...scope,
    allHeaders: true,
  });
  return Object.fromEntries((await signer.sign()).headers);
}
