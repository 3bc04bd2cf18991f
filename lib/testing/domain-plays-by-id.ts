import { add, bearer, type DomainHeld, type DomainPlay, json, KEY, ok, urlOf } from './domain-play';
import { PLAIN_KEY } from './hook-plays';

/** Services that name a domain by an id of their own, or sign what they are asked. */
export const resend: DomainPlay = {
  settings: (endpoint) => ({ endpoint }),
  secrets: { apiKey: PLAIN_KEY },
  records: (domain) => [
    `return_path MX send.${domain} 10 feedback-smtp.us-east-1.amazonses.com`,
    `return_path TXT send.${domain} v=spf1 include:amazonses.com ~all`,
    `dkim CNAME nhap._domainkey.${domain} nhap.dkim.amazonses.com`,
    `tracking CNAME links.${domain} links1.resend-dns.com`,
  ],
  forbidden: ok(
    {
      statusCode: 401,
      name: 'restricted_api_key',
      message: 'This API key is restricted to only send emails',
    },
    401,
  ),
  answer(call, held) {
    if (!bearer(call))
      return ok({ statusCode: 403, name: 'validation_error', message: 'API key is invalid' }, 403);
    const { pathname, searchParams } = urlOf(call);
    const status = ({ verified }: DomainHeld) => (verified ? 'verified' : 'not_started');
    const idOf = ({ name }: DomainHeld) => `id-of-${name}`;
    const tell = (one: DomainHeld) => ({
      object: 'domain',
      id: idOf(one),
      name: one.name,
      status: status(one),
      records: [
        {
          record: 'SPF',
          name: 'send',
          type: 'MX',
          ttl: 'Auto',
          value: 'feedback-smtp.us-east-1.amazonses.com',
          priority: 10,
        },
        {
          record: 'SPF',
          name: 'send',
          type: 'TXT',
          ttl: 'Auto',
          value: '"v=spf1 include:amazonses.com ~all"',
        },
        {
          record: 'DKIM',
          name: 'nhap._domainkey',
          type: 'CNAME',
          ttl: 'Auto',
          value: 'nhap.dkim.amazonses.com.',
        },
        { record: 'Tracking', name: `links.${one.name}`, type: 'CNAME', value: 'links1.resend-dns.com' },
        { record: 'Receiving', name: one.name, type: 'MX', value: 'inbound.resend.com', priority: 10 },
      ],
    });
    if (call.method === 'POST' && pathname === '/domains') return ok(tell(add(held, json(call).name)), 201);
    if (pathname === '/domains') {
      const after = searchParams.get('after');
      const from = after ? held.findIndex((one) => idOf(one) === after) + 1 : 0;
      const page = held.slice(from, from + Number(searchParams.get('limit') ?? 20));
      const data = page.map((one) => ({
        id: idOf(one),
        name: one.name,
        status: status(one),
        region: 'us-east-1',
      }));
      return ok({ object: 'list', has_more: from + page.length < held.length, data });
    }
    const found = held.find((one) => pathname === `/domains/${idOf(one)}`);
    return found
      ? ok(tell(found))
      : ok({ statusCode: 404, name: 'not_found', message: 'Domain not found' }, 404);
  },
};

export const postmark: DomainPlay = {
  settings: (endpoint) => ({ endpoint }),
  secrets: { apiKey: PLAIN_KEY, accountToken: 'the-token-of-the-account' },
  records: (domain) => [
    `dkim TXT 2026pm._domainkey.${domain} k=rsa; p=${KEY}`,
    `return_path CNAME pm-bounces.${domain} pm.mtasv.net`,
  ],
  forbidden: ok({ ErrorCode: 10, Message: 'No Account or Server API tokens were supplied' }, 401),
  answer(call, held) {
    if (call.headers['x-postmark-account-token'] !== 'the-token-of-the-account')
      return ok({ ErrorCode: 10, Message: 'The Account API token was missing' }, 401);
    const { pathname, searchParams } = urlOf(call);
    const tell = (one: DomainHeld) => ({
      Name: one.name,
      ID: held.indexOf(one) + 36735,
      DKIMVerified: one.verified,
      DKIMHost: one.verified ? `2026pm._domainkey.${one.name}` : '',
      DKIMTextValue: one.verified ? `k=rsa; p=${KEY}` : '',
      DKIMPendingHost: one.verified ? '' : `2026pm._domainkey.${one.name}`,
      DKIMPendingTextValue: one.verified ? '' : `k=rsa; p=${KEY}`,
      ReturnPathDomain: `pm-bounces.${one.name}`,
      ReturnPathDomainVerified: one.verified,
      ReturnPathDomainCNAMEValue: 'pm.mtasv.net',
    });
    if (call.method === 'POST' && pathname === '/domains') return ok(tell(add(held, json(call).Name)));
    if (pathname === '/domains') {
      const [count, offset] = [Number(searchParams.get('count')), Number(searchParams.get('offset'))];
      if (!(count > 0 && count <= 500)) return ok({ ErrorCode: 600, Message: 'count' }, 422);
      const Domains = held.slice(offset, offset + count).map(tell);
      return ok({ TotalCount: held.length, Domains: Domains.map(({ Name, ID }) => ({ Name, ID })) });
    }
    const found = held.map(tell).find(({ ID }) => pathname === `/domains/${ID}`);
    return found ? ok(found) : ok({ ErrorCode: 510, Message: 'not found' }, 422);
  },
};

export const ses: DomainPlay = {
  settings: (endpoint) => ({ endpoint, region: 'eu-west-1' }),
  secrets: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: PLAIN_KEY },
  records: (domain) => [
    `dkim CNAME tok1._domainkey.${domain} tok1.dkim.amazonses.com`,
    `dkim CNAME tok2._domainkey.${domain} tok2.dkim.amazonses.com`,
    `dkim CNAME tok3._domainkey.${domain} tok3.dkim.amazonses.com`,
    `return_path MX bounce.${domain} 10 feedback-smtp.eu-west-1.amazonses.com`,
    `return_path TXT bounce.${domain} v=spf1 include:amazonses.com ~all`,
  ],
  forbidden: {
    status: 403,
    headers: { 'x-amzn-errortype': 'AccessDeniedException' },
    body: { message: 'User: arn:aws:iam::1:user/relevo is not authorized to perform: ses:GetEmailIdentity' },
  },
  answer(call, held) {
    if (
      !/^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-west-1\/ses\//.test(
        call.headers.authorization ?? '',
      )
    )
      return ok({ message: 'The request signature does not match' }, 403);
    const { pathname } = urlOf(call);
    const tell = ({ name, verified }: DomainHeld) =>
      ok({
        IdentityType: 'DOMAIN',
        VerifiedForSendingStatus: verified,
        DkimAttributes: {
          SigningEnabled: true,
          SigningAttributesOrigin: 'AWS_SES',
          Status: verified ? 'SUCCESS' : 'PENDING',
          Tokens: ['tok1', 'tok2', 'tok3'],
        },
        MailFromAttributes: { MailFromDomain: `bounce.${name}`, BehaviorOnMxFailure: 'USE_DEFAULT_VALUE' },
      });
    if (call.method === 'POST' && pathname === '/v2/email/identities') {
      const { EmailIdentity } = json(call);
      if (held.some(({ name }) => name === EmailIdentity))
        return { status: 400, headers: { 'x-amzn-errortype': 'AlreadyExistsException' }, body: {} };
      return tell(add(held, EmailIdentity));
    }
    const found = held.find(({ name }) => pathname === `/v2/email/identities/${name}`);
    if (found) return tell(found);
    return { status: 404, headers: { 'x-amzn-errortype': 'NotFoundException' }, body: { message: 'none' } };
  },
};
