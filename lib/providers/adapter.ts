import type { z } from 'zod';
import type { ProviderLimits } from '@/drizzle/schema/providers';
import type { OutgoingMessage } from '@/lib/channels/email/outgoing-message';
import type { Outgoing } from '@/lib/channels/outgoing';
import type { SendResult, TestResult } from '@/lib/channels/results';
import type { HookAnswer, InboundRequest, ReportedEvent, Verified } from '@/lib/events/inbound';
import type { Carries } from '@/lib/routing/carries';
import type { DomainApi } from './domain-api';
import type { HookApi } from './hook-api';
import type { KeyApi, KeySource } from './key-api';
import type { Targets } from './keys/targets';
import type { ListApi } from './list-api';
import type { MailTemplateApi } from './mail-template-api';
import type { ProviderConfig } from './provider-config';
import type { TemplateApi } from './template-api';

export type { ProviderConfig };

export type TestOptions<Message extends Outgoing = OutgoingMessage> = {
  signal: AbortSignal;
  /** To be really sent as the last step. */
  message?: Message;
  /** The provider's own sender: whether it would be taken, where that can be asked without sending. */
  sender?: string;
};

export type Adapter<
  Settings = Record<string, unknown>,
  Secrets extends Record<string, string> = Record<string, string>,
  /** Of its channel. */
  Message extends Outgoing = OutgoingMessage,
> = {
  kind: string;
  channel: string;
  label: string;
  /** The form, the JSON editor and the API's JSON Schema are drawn from these two. */
  settings: z.ZodType<Settings>;
  secrets: z.ZodType<Partial<Secrets>>;
  /** Where each secret goes: when one of these settings changes, the secret has to be given again. */
  targets: Targets;
  /** Recommended values by preset name. */
  presets: Record<string, Preset>;
  /** What it takes of a message, and who says so. */
  carries: Carries;
  /** How many sends may be under way at once, over all workers; the pool or the API decides the rest. */
  concurrency(config: ProviderConfig<Settings, Secrets>): number;
  /** A sandbox: it keeps what it takes for viewing, and nobody receives it. */
  keeps?: true;
  /** What it played of a message that it keeps, as it left it among what comes from outside. No door takes it from there. */
  plays?(request: InboundRequest): ReportedEvent[];
  /** It keeps connections of its own, and lets sends wait for one: awaits `onConnected` before it says anything of the message. */
  pools?: true;
  /** What the provider documents for every account, where, and when that was read; absent: it documents none, refusals teach. */
  rate?: DocumentedRate;
  /** Never throws for what a provider or a network does: that is an outcome. */
  send(
    config: ProviderConfig<Settings, Secrets>,
    message: Message,
    signal: AbortSignal,
    onConnected?: () => Promise<void>,
  ): Promise<SendResult>;
  /** How long a send of so many bytes may take at the very most; absent: as `longestSendMs` reckons. */
  longestMs?(config: ProviderConfig<Settings, Secrets>, sizeBytes: number): number;
  test(config: ProviderConfig<Settings, Secrets>, options: TestOptions<Message>): Promise<TestResult>;
  /** Where the provider tells by itself what became of a message. */
  events?: {
    /** What proves that they are this provider's: the name of a setting or of a secret. */
    proof: string;
    /** Whether it comes from this provider and was not sent before: a forged event could suppress an address. */
    verify(request: InboundRequest, config: ProviderConfig<Settings, Secrets>): Verified | Promise<Verified>;
    /** Of what was verified, all that says something of a message; what is of no use here is left out, what cannot be read throws. */
    parse(request: InboundRequest, config: ProviderConfig<Settings, Secrets>): ReportedEvent[];
    /** What it wants to hear once what it told is stored; absent: nothing. */
    answer?(config: ProviderConfig<Settings, Secrets>): HookAnswer;
    /** Where it makes sure of the address by a GET: what to answer; null: it is not this provider that asks. */
    challenge?(request: InboundRequest, config: ProviderConfig<Settings, Secrets>): HookAnswer | null;
    /** It may tell by a GET: all of it stands in the query then. */
    byGet?: true;
    /** Where the provider asks whether its events are wanted here: answers yes. Throws where that does not work. */
    confirm?(
      request: InboundRequest,
      config: ProviderConfig<Settings, Secrets>,
      signal: AbortSignal,
    ): Promise<void>;
  };
  /** Where it can be asked by our own id: what it has of a message whose outcome nobody knows. Throws where it does not answer. */
  lookFor?(
    config: ProviderConfig<Settings, Secrets>,
    sought: Sought,
    signal: AbortSignal,
  ): Promise<ReportedEvent[]>;
  /** Where it tells only afterwards what its messages cost: of all since then. Throws where it does not answer. */
  prices?(config: ProviderConfig<Settings, Secrets>, since: Date): Promise<ReportedPrice[]>;
  /** Where its API can be told to post what became of messages. */
  hooks?: HookApi<Settings, Secrets>;
  /** Where its API tells which records it wants of a domain, and takes one. */
  domains?: DomainApi<Settings, Secrets>;
  /** Where its API tells and changes to whom the service sends no more; absent: none is documented. */
  lists?: ListApi<Settings, Secrets>;
  /** Where its API tells the mail templates that are kept there. */
  mailTemplates?: MailTemplateApi<Settings, Secrets>;
  /** Where a message may name one of them by id, and the service fills it in: what an id looks like, and whether a message says the subject. */
  ownTemplates?: { id: RegExp; example: string; subject: 'optional' | 'of_template' };
  /** Of WhatsApp: where its API tells which templates are approved, and takes new ones. */
  templates?: TemplateApi<Settings, Secrets>;
  /** Where its API makes keys; a service whose API makes none is documented in `keysByHand`. */
  keys?: KeyApi<Settings, Secrets>;
  keysByHand?: KeySource;
  /** Closes every connection it keeps; those in use end with their send. */
  close(): Promise<void>;
};

/** `currency` as in ISO 4217. */
export type ReportedPrice = { providerMessageId: string; costMicros: number; currency: string };

/** A message that a provider may have. `recipients`: those of whom nobody knows; `since`: when the try began. */
export type Sought = { messageId: string; recipients: string[]; since: Date };

/** Of whatever channel. */
export type AnyAdapter = Adapter<Record<string, unknown>, Record<string, string>, Outgoing>;

/** Messages a second. `checked` null: as others quote that page. */
export type DocumentedRate = { perSecond: number; source: { url: string; checked: string | null } };

export type Preset = {
  label: string;
  settings: Record<string, unknown>;
  /** The provider's page about setting it up, and the one where its keys or app passwords are made. */
  help?: string;
  keysUrl?: string;
  /** What the provider lets an account send, to fill in as limits. */
  limits?: ProviderLimits;
  /** Where limits, rate and connections of this preset are documented, and when that was read; null: they are known at second hand. */
  source?: { url: string; checked: string | null };
  /** Signs in with OAuth2 of this provider: at some it is the only way, at all the better one. */
  oauth?: 'google' | 'microsoft';
  /** No password is taken any more. */
  oauthOnly?: boolean;
  /** A person's mailbox: who signs in is the address that it sends from. */
  mailbox?: boolean;
};
