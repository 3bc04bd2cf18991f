import type { ProviderConfig } from '../../adapter';
import { unreadable } from '../../api/ask-service';
import { readJson } from '../../api/json';
import { type Fields, fieldsOf, listOf } from '../events/fields';
import { isSamePlace } from '../events/same-place';
import { askByQuery, members, type QueryApi, tag } from './query-api';

type Config = ProviderConfig<
  { region: string; snsEndpoint?: string },
  { accessKeyId: string; secretAccessKey: string; sessionToken: string }
>;

/** "This action is idempotent": https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html */
export async function createTopic(config: Config, name: string): Promise<string> {
  const reply = await ask(config, { Action: 'CreateTopic', Name: name });
  const arn = tag(reply.text, 'TopicArn');
  if (!arn) throw unreadable(reply);
  return arn;
}

const SID = 'RelevoSesPublishes';

/**
 * A topic takes messages of its owner alone, unless its policy says more; ours is added to what it says.
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-add-event-destination-sns.html
 */
export async function letSesPublish(config: Config, topic: string): Promise<void> {
  const { text } = await ask(config, { Action: 'GetTopicAttributes', TopicArn: topic });
  const stored = /<key>Policy<\/key>\s*<value>([^<]*)<\/value>/.exec(text)?.[1] ?? '';
  const policy = readJson<Fields>(unescapeXml(stored)) as Fields;
  const statements = listOf(policy.Statement);
  if (statements.some((statement) => fieldsOf(statement).Sid === SID)) return;
  const ours = {
    Sid: SID,
    Effect: 'Allow',
    Principal: { Service: 'ses.amazonaws.com' },
    Action: 'sns:Publish',
    Resource: topic,
    Condition: { StringEquals: { 'AWS:SourceAccount': topic.split(':')[4] } },
  };
  const value = JSON.stringify({ Version: '2012-10-17', ...policy, Statement: [...statements, ours] });
  await ask(config, {
    Action: 'SetTopicAttributes',
    TopicArn: topic,
    AttributeName: 'Policy',
    AttributeValue: value,
  });
}

/** The same endpoint twice is one subscription: https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html */
export async function subscribe(config: Config, topic: string, url: string): Promise<void> {
  await ask(config, {
    Action: 'Subscribe',
    TopicArn: topic,
    Protocol: new URL(url).protocol.replace(':', ''),
    Endpoint: url,
    ReturnSubscriptionArn: 'true',
  });
}

/** Of so many pages of a hundred it is not looked further. */
const MOST_PAGES = 10;

/** https://docs.aws.amazon.com/sns/latest/api/API_ListSubscriptionsByTopic.html */
export async function subscriptionOf(
  config: Config,
  topic: string,
  url: string,
): Promise<{ confirmed: boolean } | null> {
  let next: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const { text } = await ask(config, {
      Action: 'ListSubscriptionsByTopic',
      TopicArn: topic,
      ...(next && { NextToken: next }),
    });
    const found = members(text).find((member) =>
      isSamePlace(unescapeXml(tag(member, 'Endpoint') ?? ''), url),
    );
    // "PendingConfirmation" stands where its ARN will be.
    if (found) return { confirmed: tag(found, 'SubscriptionArn')?.startsWith('arn:') === true };
    next = tag(text, 'NextToken');
    if (!next) return null;
  }
  return null;
}

function ask(config: Config, query: Record<string, string>) {
  const { region, snsEndpoint } = config.settings;
  const own = `https://sns.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;
  const api: QueryApi = { service: 'sns', region, url: snsEndpoint ?? own, version: '2010-03-31' };
  return askByQuery(config, api, query);
}

const ENTITIES: Record<string, string> = { quot: '"', apos: "'", lt: '<', gt: '>', amp: '&', '#34': '"' };

function unescapeXml(text: string): string {
  return text.replace(/&(quot|apos|lt|gt|amp|#34);/g, (_, name: string) => ENTITIES[name]!);
}
