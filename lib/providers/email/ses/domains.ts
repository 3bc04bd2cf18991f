import type { OutboundRequest } from '@/lib/outbound/safe-fetch';
import type { ProviderConfig } from '../../adapter';
import { askService, unreadable } from '../../api/ask-service';
import { readJson } from '../../api/json';
import type { DomainApi, DomainThere } from '../../domain-api';
import { toRecord } from '../api/domain-records';
import { fieldsOf, listOf, textOf } from '../events/fields';

type Secrets = { accessKeyId: string; secretAccessKey: string; sessionToken: string };
type Sign<Config> = (
  config: Config,
  asked: { method: OutboundRequest['method']; path: string; body?: string },
) => Promise<Omit<OutboundRequest, 'signal'>>;

/** The domain identities of the account in this region, with their "Easy DKIM". */
export function sesDomains<Settings extends { region: string }>(
  sign: Sign<ProviderConfig<Settings, Secrets>>,
): DomainApi<Settings, Secrets> {
  type Config = ProviderConfig<Settings, Secrets>;
  async function find(config: Config, domain: string): Promise<DomainThere | null> {
    const path = `/v2/email/identities/${encodeURIComponent(domain)}`;
    const reply = await askService(await sign(config, { method: 'GET', path }), {
      passes: ({ status }) => status === 404,
    });
    if (reply.status === 404) return null;
    const there = toThere(reply.text, domain, config.settings.region);
    if (!there) throw unreadable(reply);
    return there;
  }
  return {
    source: {
      url: 'https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_GetEmailIdentity.html',
      checked: '2026-11-29',
    },
    permissions: { find: 'ses:GetEmailIdentity', create: 'ses:CreateEmailIdentity' },
    find,
    async create(config, domain) {
      const body = JSON.stringify({ EmailIdentity: domain });
      const reply = await askService(
        await sign(config, { method: 'POST', path: '/v2/email/identities', body }),
        {
          means: ({ headers }) =>
            /^LimitExceeded/.test(headers['x-amzn-errortype'] ?? '') ? 'limit' : undefined,
          passes: ({ headers }) => /^AlreadyExists/.test(headers['x-amzn-errortype'] ?? ''),
        },
      );
      const there = (await find(config, domain)) ?? toThere(reply.text, domain, config.settings.region);
      if (!there) throw unreadable(reply);
      return there;
    },
  };
}

/** Names and values: https://docs.aws.amazon.com/ses/latest/dg/creating-identities.html, of an own MAIL FROM: …/dg/mail-from.html */
function toThere(text: string, domain: string, region: string): DomainThere | null {
  const told = readJson<Record<string, unknown>>(text);
  const { Tokens, SigningAttributesOrigin, SigningHostedZone } = fieldsOf(told.DkimAttributes);
  if (typeof told.VerifiedForSendingStatus !== 'boolean') return null;
  // A key that was brought from elsewhere has a selector here, whose record is told nowhere.
  const tokens =
    SigningAttributesOrigin === 'EXTERNAL' ? [] : listOf(Tokens).flatMap((token) => textOf(token) ?? []);
  // It differs by region, and SES has told it since December 2025; before, its documents knew this one.
  const zone = textOf(SigningHostedZone) ?? 'dkim.amazonses.com';
  const from = textOf(fieldsOf(told.MailFromAttributes).MailFromDomain);
  return {
    verified: told.VerifiedForSendingStatus,
    records: [
      ...tokens.flatMap((token) =>
        toRecord(domain, {
          purpose: 'dkim',
          type: 'CNAME',
          name: `${token}._domainkey`,
          value: `${token}.${zone}`,
        }),
      ),
      ...(from
        ? [
            ...toRecord(domain, {
              purpose: 'return_path',
              type: 'MX',
              name: from,
              value: `feedback-smtp.${region}.amazonses.com`,
            }),
            ...toRecord(domain, {
              purpose: 'return_path',
              type: 'TXT',
              name: from,
              value: 'v=spf1 include:amazonses.com ~all',
            }),
          ]
        : []),
    ],
  };
}
