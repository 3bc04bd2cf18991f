import { expect, it } from 'vitest';
import type { HookProof } from '@/lib/providers/hook-api';
import { getAdapter } from '@/lib/providers/registry';
import {
  type ApiAnswer,
  type ApiCallSeen,
  allowLoopbackTargets,
  startApiServer,
} from '@/lib/testing/api-server';
import { expectAwsSignature } from '@/lib/testing/aws-signature';

allowLoopbackTargets();

const keys = {
  accessKeyId: 'AKIAFIRST0FIRST0FIRS',
  secretAccessKey: 'first/secret+first/secret+first/secret+1',
};
const id = '01999999-0000-7000-8000-0123456789ab';
const url = `https://relevo.example.com/api/hooks/${id}`;
const OURS = 'relevo-0123456789ab';
const arnOf = (name: string) => `arn:aws:sns:eu-west-1:123456789012:${name}`;

/** SNS and SES of one account, as strict as they are documented: https://docs.aws.amazon.com/sns/latest/api/, …/ses/latest/APIReference-V2/ */
async function startAmazon() {
  const account = {
    policies: new Map<string, string>(),
    subscriptions: [] as { topic: string; endpoint: string; arn: string }[],
    sets: new Map<string, { Name: string; [key: string]: unknown }[]>(),
    actions: [] as string[],
    denied: undefined as string | undefined,
  };
  const sns = (call: ApiCallSeen): ApiAnswer => {
    expectAwsSignature(call, keys, 'sns', 'eu-west-1');
    const asked = Object.fromEntries(new URLSearchParams(call.body.toString()));
    const { Action, TopicArn = '' } = asked;
    expect(asked.Version).toBe('2010-03-31');
    account.actions.push(Action!);
    if (Action === account.denied) return xml(403, '<Error><Code>AuthorizationError</Code></Error>');
    if (Action === 'CreateTopic') {
      const arn = arnOf(asked.Name!);
      if (!account.policies.has(arn))
        account.policies.set(arn, '{"Version":"2008-10-17","Statement":[{"Sid":"__default_statement_ID"}]}');
      return xml(200, `<CreateTopicResult><TopicArn>${arn}</TopicArn></CreateTopicResult>`);
    }
    expect(account.policies.has(TopicArn)).toBe(true);
    if (Action === 'GetTopicAttributes') {
      const policy = account.policies.get(TopicArn)!.replaceAll('"', '&quot;');
      return xml(
        200,
        `<entry><key>Owner</key><value>1</value></entry><entry><key>Policy</key><value>${policy}</value></entry>`,
      );
    }
    if (Action === 'SetTopicAttributes') {
      account.policies.set(TopicArn, asked.AttributeValue!);
      return xml(200, '<SetTopicAttributesResponse/>');
    }
    if (Action === 'Subscribe') {
      expect(asked).toMatchObject({ Protocol: 'https', Endpoint: url });
      if (!account.subscriptions.some(({ topic }) => topic === TopicArn))
        account.subscriptions.push({ topic: TopicArn, endpoint: url, arn: 'PendingConfirmation' });
      return xml(200, '<SubscribeResult/>');
    }
    expect(Action).toBe('ListSubscriptionsByTopic');
    const members = account.subscriptions
      .filter(({ topic }) => topic === TopicArn)
      .map(
        ({ endpoint, arn }) =>
          `<member><Endpoint>${endpoint}</Endpoint><SubscriptionArn>${arn}</SubscriptionArn></member>`,
      );
    return xml(200, `<Subscriptions>${members.join('')}</Subscriptions>`);
  };
  const ses = (call: ApiCallSeen): ApiAnswer => {
    expectAwsSignature(call, keys, 'ses', 'eu-west-1');
    const [, , , , set = '', , name = ''] = call.path.split('/');
    const body = call.body.length > 0 ? JSON.parse(call.body.toString()) : {};
    account.actions.push(`${call.method} ${call.path}`);
    if (!set) {
      if (account.sets.has(body.ConfigurationSetName))
        return {
          status: 400,
          body: { message: 'exists' },
          headers: { 'x-amzn-errortype': 'AlreadyExistsException' },
        };
      account.sets.set(body.ConfigurationSetName, []);
      return { status: 200, body: {} };
    }
    const destinations = account.sets.get(set);
    if (!destinations)
      return {
        status: 404,
        body: { message: 'no set' },
        headers: { 'x-amzn-errortype': 'NotFoundException' },
      };
    if (call.method === 'GET') return { status: 200, body: { EventDestinations: destinations } };
    if (call.method === 'POST')
      destinations.push({ Name: body.EventDestinationName, ...body.EventDestination });
    else Object.assign(destinations.find(({ Name }) => Name === name)!, body.EventDestination);
    return { status: 200, body: {} };
  };
  const { url: endpoint } = await startApiServer((call) => (call.path === '/' ? sns(call) : ses(call)));
  return { account, endpoint };
}

function xml(status: number, body: string): ApiAnswer {
  return { status, body, headers: { 'content-type': 'text/xml' } };
}

const hooks = getAdapter('ses').hooks!;

async function start(settings: Record<string, unknown> = {}) {
  const { account, endpoint } = await startAmazon();
  const config = {
    id,
    name: 'Amazon',
    version: 1,
    settings: { region: 'eu-west-1', endpoint, snsEndpoint: endpoint, ...settings } as Record<
      string,
      unknown
    >,
    secrets: keys as Record<string, string>,
  };
  const kept: string[] = [];
  const keep = async (proof: HookProof<Record<string, unknown>, Record<string, string>>) => {
    kept.push(
      `${Object.keys(proof.settings ?? {})} before ${account.actions.includes('Subscribe') ? '' : 'Subscribe'}`,
    );
    config.settings = { ...config.settings, ...proof.settings };
  };
  return {
    account,
    config,
    kept,
    press: () => hooks.register(config, url, keep),
    find: () => hooks.find(config, url),
  };
}

it('makes a topic, a subscription and a set with a destination, and what is not of ours is stored before Amazon asks here', async () => {
  const { account, config, kept, press, find } = await start();
  expect(await find()).toBeNull();
  const made = await press();
  expect(made.did).toBe('made');
  // Those two would have SES change the links of messages.
  expect(made.added.filter((type) => type === 'OPEN' || type === 'CLICK')).toEqual([]);
  expect(kept).toEqual(['snsTopicArn before Subscribe', 'configurationSet before ']);
  expect(config.settings).toMatchObject({ snsTopicArn: arnOf(OURS), configurationSet: OURS });
  expect(JSON.parse(account.policies.get(arnOf(OURS))!).Statement).toMatchObject([
    { Sid: '__default_statement_ID' },
    {
      Principal: { Service: 'ses.amazonaws.com' },
      Action: 'sns:Publish',
      Resource: arnOf(OURS),
      Condition: { StringEquals: { 'AWS:SourceAccount': '123456789012' } },
    },
  ]);
  expect(account.sets.get(OURS)).toMatchObject([
    { Enabled: true, SnsDestination: { TopicArn: arnOf(OURS) } },
  ]);
  expect(await find()).toEqual({ missing: [], active: true, proven: true, confirmed: false });

  account.subscriptions[0]!.arn = arnOf(`${OURS}:7`);
  const [policy, before] = [account.policies.get(arnOf(OURS)), account.actions.length];
  expect(await press()).toEqual({ did: 'kept', added: [] });
  expect(account.actions.slice(before).filter((action) => !/^(GET|Get|List)/.test(action))).toEqual([]);
  expect(account.policies.get(arnOf(OURS))).toBe(policy);
  expect(await find()).toMatchObject({ confirmed: true });
});

it('uses the topic and the set that a person has chosen, adds what is missing, and leaves the policy of that topic alone', async () => {
  const topic = arnOf('clinic');
  const { account, press } = await start({ snsTopicArn: topic, configurationSet: 'clinic' });
  account.policies.set(topic, '{}');
  account.sets.set('clinic', [
    {
      Name: 'mine',
      Enabled: false,
      MatchingEventTypes: ['BOUNCE', 'OPEN'],
      SnsDestination: { TopicArn: topic },
    },
    {
      Name: 'other',
      Enabled: true,
      MatchingEventTypes: ['SEND'],
      SnsDestination: { TopicArn: arnOf('other') },
    },
  ]);
  expect((await press()).added).not.toContain('BOUNCE');
  const [mine, other] = account.sets.get('clinic')!;
  expect(mine).toMatchObject({
    Name: 'mine',
    Enabled: true,
    MatchingEventTypes: expect.arrayContaining(['OPEN', 'BOUNCE', 'DELIVERY']),
  });
  expect(other).toMatchObject({ MatchingEventTypes: ['SEND'] });
  expect(account.policies.get(topic)).toBe('{}');
  expect(account.subscriptions).toMatchObject([{ topic, endpoint: url }]);
});

it.each(['CreateTopic', 'SetTopicAttributes', 'Subscribe'])(
  'says that the key lacks a right where %s is denied, and goes on from there the next time',
  async (action) => {
    const { account, press } = await start();
    account.denied = action;
    await expect(press()).rejects.toMatchObject({ problem: 'permission' });
    account.denied = undefined;
    await press();
    expect(account.subscriptions).toHaveLength(1);
    expect(account.sets.get(OURS)).toHaveLength(1);
    expect(JSON.parse(account.policies.get(arnOf(OURS))!).Statement).toHaveLength(2);
  },
);
