import type { OutboundReply } from '@/lib/outbound/safe-fetch';
import { spansOf } from '@/lib/text/spans';
import type { ProviderConfig } from '../../adapter';
import { askService } from '../../api/ask-service';
import type { KeyProblem } from '../../key-api';
import { signRequest } from './sign';

type Config = ProviderConfig<
  Record<string, unknown>,
  { accessKeyId: string; secretAccessKey: string; sessionToken: string }
>;

/** A service of Amazon that is asked by forms and answers in XML: https://docs.aws.amazon.com/IAM/latest/APIReference/programming.html */
export type QueryApi = { service: 'iam' | 'sns'; region: string; url: string; version: string };

/** @throws ServiceFailure for what the service or the network does */
export async function askByQuery(
  { secrets }: Config,
  { service, region, url, version }: QueryApi,
  query: Record<string, string>,
  passes?: (reply: OutboundReply) => boolean,
): Promise<OutboundReply> {
  const request = {
    method: 'POST' as const,
    url: `${url.replace(/\/+$/, '')}/`,
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    body: new URLSearchParams({ ...query, Version: version }).toString(),
  };
  const headers = await signRequest(request, secrets, { service, region });
  return askService({ ...request, headers }, { means, passes });
}

function means({ text }: OutboundReply): KeyProblem | undefined {
  const code = tag(text, 'Code');
  if (code === 'LimitExceeded' || code === 'TopicLimitExceeded' || code === 'SubscriptionLimitExceeded')
    return 'limit';
  return code && DENIED.has(code) ? 'permission' : undefined;
}

const DENIED = new Set(['AccessDenied', 'AuthorizationError', 'InvalidClientTokenId']);

/** What stands between tags without attributes; ids, dates, ARNs and base64 secrets need no entities. */
export function tag(xml: string, name: string): string | undefined {
  return new RegExp(`<${name}>([^<]{1,2000})</${name}>`).exec(xml)?.[1]?.trim();
}

const MEMBER = [['<member>', '</member>']] as const;

export function members(xml: string): string[] {
  const [opens, closes] = MEMBER[0];
  return Array.from(spansOf(xml, MEMBER), ({ text }) => text.slice(opens.length, -closes.length));
}
