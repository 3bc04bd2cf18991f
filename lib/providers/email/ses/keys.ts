import type { OutboundReply } from '@/lib/outbound/safe-fetch';
import type { ProviderConfig } from '../../adapter';
import { unreadable } from '../../api/ask-service';
import type { KeyApi } from '../../key-api';
import { ServiceFailure } from '../../service-failure';
import { askByQuery, members, type QueryApi, tag } from './query-api';

type Settings = { region: string; iamEndpoint?: string };
type Secrets = { accessKeyId: string; secretAccessKey: string; sessionToken: string };
type Config = ProviderConfig<Settings, Secrets>;

/** IAM is one for all regions but those of China: https://docs.aws.amazon.com/general/latest/gr/iam-service.html */
const OWN = { url: 'https://iam.amazonaws.com', region: 'us-east-1' };
const CHINA = { url: 'https://iam.cn-north-1.amazonaws.com.cn', region: 'cn-north-1' };

/** Around the moment in which a key was asked for, by IAM's clock: a key that somebody made by hand is left alone. */
const MADE_WITHIN_MS = { before: 5_000, after: 60_000 };

/**
 * By IAM, for the user whose key it is, where a policy lets it manage its own keys (`iam:CreateAccessKey`, `ListAccessKeys`,
 * `DeleteAccessKey` on `${aws:username}`). A user has two keys at most.
 */
export const sesKeys: KeyApi<Settings, Secrets> = {
  source: {
    url: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateAccessKey.html',
    checked: '2026-11-29',
  },
  idOf: async ({ secrets }) => secrets.accessKeyId,
  async make(config) {
    if (config.secrets.sessionToken)
      throw new ServiceFailure(
        'refused',
        'Temporary credentials (AWS STS) end by themselves and make no keys',
      );
    const reply = await ask(config, { Action: 'CreateAccessKey' });
    const [id, secret] = [tag(reply.text, 'AccessKeyId'), tag(reply.text, 'SecretAccessKey')];
    if (!id || !secret) throw unreadable(reply);
    return { id, secrets: { accessKeyId: id, secretAccessKey: secret } };
  },
  async find(config, { askedAt, known }) {
    const { text } = await ask(config, { Action: 'ListAccessKeys' });
    return members(text)
      .map((member) => ({ id: tag(member, 'AccessKeyId') ?? '', at: tag(member, 'CreateDate') }))
      .filter(({ id, at }) => id && !known.includes(id) && isOf(askedAt, Date.parse(at ?? '')))
      .map(({ id }) => id);
  },
  async end(config, id) {
    await ask(config, { Action: 'DeleteAccessKey', AccessKeyId: id });
  },
};

function isOf(askedAt: Date, madeMs: number): boolean {
  const late = madeMs - askedAt.getTime();
  return late >= -MADE_WITHIN_MS.before && late <= MADE_WITHIN_MS.after;
}

async function ask(config: Config, query: Record<string, string>): Promise<OutboundReply> {
  const { settings } = config;
  const { url, region } = settings.region.startsWith('cn-') ? CHINA : OWN;
  const api: QueryApi = { service: 'iam', region, url: settings.iamEndpoint ?? url, version: '2010-05-08' };
  // What is to be ended, or to end others, is gone.
  const passes = ({ text }: OutboundReply) =>
    query.Action === 'DeleteAccessKey' && tag(text, 'Code') === 'NoSuchEntity';
  return askByQuery(config, api, query, passes);
}
