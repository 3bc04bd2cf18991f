import type { z } from 'zod';
import type { StoredOutcome } from '@/drizzle/schema/attempts';
import type { ProviderLimits } from '@/drizzle/schema/providers';
import type { Carries } from '@/lib/routing/carries';
import type { Targets } from './targets';

export type Channel = 'email' | 'sms' | 'whatsapp';

export type Address = { email: string; name?: string };

export type OutgoingAttachment = {
  filename: string;
  contentType: string;
  /** Nobody named a type: it was told from the file name. */
  typeGuessed?: boolean;
  contentId?: string;
  content: Buffer;
};

/**
 * A message ready for a provider: validated, rendered, with every address and byte it needs. In the form of the wire: domains as `xn--…`, the
 * values of headers in ASCII, neither folded nor to be encoded again.
 */
export type OutgoingMessage = {
  id: string;
  /** How often a person sent it again; with the id it makes a key that only a repetition by Relevo itself shares. */
  resendCount: number;
  /** Stable over retries and providers, so that a receiver can recognise a second copy. */
  messageIdHeader: string;
  from: Address;
  to: Address[];
  cc: Address[];
  /** Blind copies: envelope only, never in a header. */
  bcc: Address[];
  replyTo: Address[];
  subject: string;
  html?: string;
  text?: string;
  headers: Record<string, string>;
  attachments: OutgoingAttachment[];
  /** For the provider's own figures and events; no recipient sees them. */
  tags: string[];
  metadata: Record<string, string>;
  /** Who still waits for this message: the envelope. A part of to, cc and bcc on a retry. */
  recipients: string[];
};

/** One outcome per recipient; see the shapes in the README of this folder. */
export type RecipientOutcome = StoredOutcome;

export type SendResult = {
  outcomes: RecipientOutcome[];
  /** The conversation with secrets hidden, where the provider keeps one. */
  transcript?: string;
  /** What the sending itself took, without the wait for a connection; absent: all of it. */
  sendingMs?: number;
};

/** Why a test or a send did not work, as one word that the panel explains in plain language. */
export const CAUSES = [
  'dns',
  'refused',
  'timeout',
  'tls',
  'certificate',
  'certificate_expired',
  'certificate_name',
  'no_tls',
  'tls_first',
  'auth',
  'auth_timeout',
  'auth_method',
  'auth_not_offered',
  'account_disabled',
  'trial_account',
  'basic_auth_off',
  'credentials_missing',
  'oauth',
  'oauth_permission',
  'oauth_unavailable',
  'permission',
  'private_target',
  'address_not_allowed',
  'ehlo_name',
  'sender',
  'sender_missing',
  'recipient',
  'relay',
  'quota',
  'throttled',
  'greylisted',
  'blocked',
  'misconfigured',
  'protocol',
  'unavailable',
] as const;
export type Cause = (typeof CAUSES)[number];

export const TEST_STEPS = [
  'settings',
  'dns',
  'connect',
  'tls',
  'greeting',
  'auth',
  'send',
  'behaviour',
] as const;
export type TestStep = { name: (typeof TEST_STEPS)[number]; ok: boolean; ms: number; detail: string };

export type TestResult = { ok: boolean; steps: TestStep[]; cause?: Cause; transcript?: string };

/** What an adapter works with: one provider, its settings parsed, its active secrets opened. */
export type ProviderConfig<Settings = Record<string, unknown>, Secrets = Record<string, string>> = {
  id: string;
  name: string;
  /** Grows with every change; connections of an older version are closed. */
  version: number;
  settings: Settings;
  secrets: Partial<Secrets>;
};

export type TestOptions = {
  signal: AbortSignal;
  /** Send a real message from → to as the last step. */
  message?: { from: Address; to: string };
};

export type Adapter<
  Settings = Record<string, unknown>,
  Secrets extends Record<string, string> = Record<string, string>,
> = {
  kind: string;
  channel: Channel;
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
  /** It keeps connections of its own, and lets sends wait for one. */
  pools?: true;
  /** Messages a second that the provider documents for every account; absent: it documents none, refusals teach. */
  rate?(config: ProviderConfig<Settings, Secrets>): number | undefined;
  /** Never throws for what a provider or a network does: that is an outcome. */
  send(
    config: ProviderConfig<Settings, Secrets>,
    message: OutgoingMessage,
    signal: AbortSignal,
  ): Promise<SendResult>;
  /** How long a send of so many bytes may take at the very most; absent: as `longestSendMs` reckons. */
  longestMs?(config: ProviderConfig<Settings, Secrets>, sizeBytes: number): number;
  test(config: ProviderConfig<Settings, Secrets>, options: TestOptions): Promise<TestResult>;
  /** Closes every connection it keeps; those in use end with their send. */
  close(): Promise<void>;
};

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
};
