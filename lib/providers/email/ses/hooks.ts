import type { OutboundRequest } from '@/lib/outbound/safe-fetch';
import type { ProviderConfig } from '../../adapter';
import { askService } from '../../api/ask-service';
import { readJson } from '../../api/json';
import type { HookApi } from '../../hook-api';
import { fieldsOf, listOf, textOf } from '../events/fields';
import { createTopic, letSesPublish, subscribe, subscriptionOf } from './topic';

type Settings = { region: string; configurationSet?: string; snsTopicArn?: string; snsEndpoint?: string };
type Secrets = { accessKeyId: string; secretAccessKey: string; sessionToken: string };
type Config<S> = ProviderConfig<S, Secrets>;
type Asked = { method: OutboundRequest['method']; path: string; body?: string };
type Sign<S> = (config: Config<S>, asked: Asked) => Promise<Omit<OutboundRequest, 'signal'>>;

/**
 * What `events.ts` understands. Without OPEN and CLICK: a set that has a destination for those makes SES change links and add an image.
 * https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_TrackingConfigurationOverrides.html
 */
const TYPES = [
  'SEND',
  'DELIVERY',
  'DELIVERY_DELAY',
  'BOUNCE',
  'COMPLAINT',
  'REJECT',
  'RENDERING_FAILURE',
  'SUBSCRIPTION',
];

type Destination = { name: string; topic: string | undefined; enabled: boolean; types: string[] };

/**
 * A topic of SNS that posts here, and a configuration set whose events go to it: those of the settings, else new ones.
 * https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_CreateConfigurationSetEventDestination.html
 */
export function sesHooks<S extends Settings>(sign: Sign<S>): HookApi<S, Secrets> {
  const ask = async (config: Config<S>, method: Asked['method'], path: string, body?: object) =>
    askService(
      await sign(config, {
        method,
        path: `/v2/email/configuration-sets${path}`,
        ...(body && { body: JSON.stringify(body) }),
      }),
      {
        means: ({ status, headers, text }) => {
          const type = `${headers['x-amzn-errortype'] ?? ''} ${text}`;
          if (/LimitExceeded/.test(type)) return 'limit';
          return status === 403 || /AccessDenied/.test(type) ? 'permission' : undefined;
        },
        passes: ({ headers, text }) =>
          path === '' && /AlreadyExists/.test(`${headers['x-amzn-errortype']} ${text}`),
      },
    );
  const destinations = async (config: Config<S>, set: string): Promise<Destination[]> => {
    const { text } = await ask(config, 'GET', `/${set}/event-destinations`);
    return listOf(readJson<{ EventDestinations: unknown }>(text).EventDestinations)
      .map(fieldsOf)
      .map(({ Name, SnsDestination, Enabled, MatchingEventTypes }) => ({
        name: textOf(Name) ?? '',
        topic: textOf(fieldsOf(SnsDestination).TopicArn),
        enabled: Enabled === true,
        types: listOf(MatchingEventTypes).flatMap((type) => textOf(type) ?? []),
      }));
  };
  const missing = ({ types }: Destination) => TYPES.filter((type) => !types.includes(type));
  return {
    source: {
      url: 'https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_CreateConfigurationSetEventDestination.html',
      checked: '2026-11-29',
    },
    async find(config, url) {
      const { snsTopicArn: topic, configurationSet: set } = config.settings;
      if (!topic || !set) return null;
      const destination = (await destinations(config, set)).find((one) => one.topic === topic);
      const subscription = destination && (await subscriptionOf(config, topic, url));
      if (!destination || !subscription) return null;
      const { confirmed } = subscription;
      return { missing: missing(destination), active: destination.enabled, proven: true, confirmed };
    },
    async register(config, url, keep) {
      const name = `relevo-${config.id.slice(-12)}`;
      const { snsTopicArn, configurationSet } = config.settings;
      const topic = snsTopicArn ?? (await createTopic(config, name));
      // Before it is told to post: what comes of another topic is turned away.
      if (!snsTopicArn) await keep({ settings: { snsTopicArn: topic } as Partial<S> });
      if (topic.endsWith(`:${name}`)) await letSesPublish(config, topic);
      const subscription = await subscriptionOf(config, topic, url);
      // Asked again where it waits: it asks here again whether its messages are wanted.
      if (!subscription?.confirmed) await subscribe(config, topic, url);
      const set = configurationSet ?? name;
      if (!configurationSet) await ask(config, 'POST', '', { ConfigurationSetName: set });
      const known = (await destinations(config, set)).find((one) => one.topic === topic);
      const added = known ? missing(known) : TYPES;
      const EventDestination = {
        Enabled: true,
        MatchingEventTypes: [...new Set([...(known?.types ?? []), ...TYPES])],
        SnsDestination: { TopicArn: topic },
      };
      if (!known)
        await ask(config, 'POST', `/${set}/event-destinations`, {
          EventDestinationName: name,
          EventDestination,
        });
      else if (added.length > 0 || !known.enabled)
        await ask(config, 'PUT', `/${set}/event-destinations/${encodeURIComponent(known.name)}`, {
          EventDestination,
        });
      if (!configurationSet) await keep({ settings: { configurationSet: set } as Partial<S> });
      const isWhole = known?.enabled && added.length === 0 && subscription?.confirmed;
      return { did: isWhole ? 'kept' : known && subscription ? 'mended' : 'made', added };
    },
  };
}
