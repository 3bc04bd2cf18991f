import type { StoredOutcome } from '@/drizzle/schema/attempts';

/** One outcome per recipient; see the shapes in lib/providers/README.md. */
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
  /** The machine's own DNS does not answer: nothing is said of the name. */
  'no_dns',
  'refused',
  'timeout',
  'tls',
  'certificate',
  'certificate_expired',
  'certificate_name',
  'no_tls',
  'tls_first',
  'auth',
  'app_password',
  'auth_timeout',
  'send_timeout',
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
  'port_not_allowed',
  'address_not_allowed',
  'ehlo_name',
  'sender',
  'sender_missing',
  'recipient',
  /** Who it is for wants nothing from this sender. */
  'declined',
  /** A chat that nobody has begun, or in which the bot may not write. */
  'not_started',
  'not_member',
  /** No way to phones of that country or network. */
  'country',
  /** WhatsApp: outside the 24 hours; a template that is not there or not approved. */
  'window',
  'template',
  /** The service cannot reach us where it should report. */
  'report_address',
  /** Nothing left on the account, or no way to pay. */
  'payment',
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
  'account',
  'envelope',
  'send',
  'behaviour',
] as const;
export type TestStep = { name: (typeof TEST_STEPS)[number]; ok: boolean; ms: number; detail: string };

export type TestResult = {
  ok: boolean;
  steps: TestStep[];
  cause?: Cause;
  transcript?: string;
  /** Of the server's certificate. */
  certificateEndsAt?: string;
};
