import { z } from 'zod';
import { CompanyRef } from '@/lib/companies/schema';
import { flaw } from '@/lib/flaws';
import { addressRange, displayName, domainName, instant, shortText, uniqueList } from '@/lib/validation';

/** Scopes are `<noun>:read`, `<noun>:write`, and `messages:send`. Only nouns whose API exists are listed. */
export const SCOPES = [
  'addresses:read',
  'ai:read',
  'ai:write',
  'alerts:read',
  'alerts:write',
  'audit:read',
  'companies:read',
  'companies:write',
  'config:read',
  'config:write',
  'contacts:read',
  'contacts:write',
  'domains:read',
  'domains:write',
  'events:read',
  'messages:send',
  'messages:read',
  'messages:write',
  'metrics:read',
  'notifications:read',
  'notifications:write',
  'people:read',
  'people:write',
  'providers:read',
  'providers:write',
  'campaigns:read',
  'campaigns:write',
  'lists:read',
  'lists:write',
  'rules:read',
  'rules:write',
  'security:write',
  'settings:read',
  'settings:write',
  'subjects:read',
  'subjects:write',
  'suppressions:read',
  'suppressions:write',
  'templates:read',
  'templates:write',
  'tokens:read',
  'tokens:write',
  'webhooks:read',
  'webhooks:write',
] as const;
export type Scope = (typeof SCOPES)[number];

export const TOKEN_KINDS = ['live', 'test'] as const;

/** What bounds a token; null takes a bound away. */
const bounds = {
  scopes: uniqueList(z.enum(SCOPES), 100).min(1, 'at least one scope'),
  /** Where it may be used from: addresses or ranges. */
  allowedIps: z.array(addressRange).min(1).max(50).nullish(),
  /** Domains that its messages may come from. */
  fromDomains: uniqueList(domainName, 50).min(1).nullish(),
  /** Names or ids of providers that its messages may use, in order. */
  providers: uniqueList(shortText(200), 50).min(1).nullish(),
  /** Requests; each message of a batch counts as one. */
  limits: z
    .strictObject({
      minute: z.number().int().min(1).max(1_000_000).nullish(),
      day: z.number().int().min(1).max(100_000_000).nullish(),
    })
    .nullish(),
  /** A moment to come; null: never. */
  expiresAt: instant.refine((value) => Date.parse(value) > Date.now(), flaw('past')).nullish(),
};

export const MAX_GRACE_HOURS = 720;
const hours = z.number().min(0).max(MAX_GRACE_HOURS);

/**
 * A new secret is prepared so often; from the moment it is picked up the one from before works on for `graceHours`, as the settings say where
 * nothing is said.
 */
export const TokenRotation = z.strictObject({
  everyDays: z.number().int().min(1).max(3650),
  graceHours: hours.optional(),
});
export type TokenRotation = Required<z.infer<typeof TokenRotation>>;

const upkeep = {
  /** Null: nothing is done by itself. */
  rotation: TokenRotation.nullish(),
  /** Address or id of the person who is told of new secrets and of the end; null: who made it, else the administrators. */
  responsible: shortText(254).trim().min(1).nullish(),
};

export const TokenInput = z.strictObject({
  name: displayName(80),
  /** The program that uses it, and who looks after that. */
  note: shortText(500).nullish(),
  ...bounds,
  ...upkeep,
  /** The same as `expiresAt`, which counts where both are given, in days from now. */
  expiresInDays: z.number().int().min(1).max(3650).optional(),
  /** Messages that come with a `test` token stay in a sandbox. */
  kind: z.enum(TOKEN_KINDS).optional(),
  /** Id, key or name: it sees and makes what is of this company only. Null: of all. */
  company: CompanyRef.nullish(),
});
export type TokenInput = z.infer<typeof TokenInput>;

export const TokenPatch = z
  .strictObject({
    name: displayName(80),
    note: shortText(500).nullable(),
    ...bounds,
    ...upkeep,
    /** Until when the secrets from before the last rotation work, thirty days from now at most: now ends them. */
    previousValidUntil: instant,
  })
  .partial();
export type TokenPatch = z.infer<typeof TokenPatch>;

/** Hours in which the secret from before still works; as the settings say where nothing is said. */
export const RotateInput = z.strictObject({ graceHours: hours.optional() });
export type RotateInput = z.infer<typeof RotateInput>;

/** Why a mail about a token could not be sent: nobody to carry it, no sender, nobody to write to. */
export const MAIL_PROBLEMS = ['no_provider', 'no_sender', 'nobody'] as const;
export type MailProblem = (typeof MAIL_PROBLEMS)[number];

export type TokenSecretView = {
  id: string;
  last4: string;
  /** Null: the one in use. */
  validUntil: string | null;
  lastUsedAt: string | null;
  lastUsedFrom: string | null;
  lastUsedWith: string | null;
  createdAt: string;
};

export type TokenView = {
  id: string;
  name: string;
  note: string | null;
  /** `rlv_abc…wxyz`: enough to recognise, not enough to use. */
  masked: string;
  kind: (typeof TOKEN_KINDS)[number];
  scopes: string[];
  allowedIps: string[] | null;
  fromDomains: string[] | null;
  /** Ids of providers. */
  providers: string[] | null;
  limits: { minute: number | null; day: number | null } | null;
  expiresAt: string | null;
  revokedAt: string | null;
  lastUsedAt: string | null;
  lastUsedFrom: string | null;
  lastUsedWith: string | null;
  /** Until when a secret from before the last rotation works; null: none does. */
  previousValidUntil: string | null;
  rotation: TokenRotation | null;
  /** When the next secret is prepared. */
  nextRotationAt: string | null;
  /** Since when a new secret waits to be picked up. */
  waitingSince: string | null;
  /** Id of the person who was chosen to be told of it; null: who made it, else the administrators. */
  responsible: string | null;
  /** Id of the token that made it: it ends with that one. */
  madeBy: string | null;
  /** The key of the company that it is bound to; absent: to none. */
  company?: string;
  createdAt: string;
};

/** One token whole: also what it did in the last thirty days. */
export type TokenDetail = TokenView & {
  secrets: TokenSecretView[];
  /** Pairs for what signs its requests, as clients of Amazon SES do. */
  accessKeys: { accessKeyId: string; createdAt: string }[];
  /** Whom mails about it go to. */
  told: { name: string; email: string }[];
  /** The new secret that waits, and why nobody could be written to about it so far. */
  waiting: { last4: string; since: string; mailedAt: string | null; mailProblem: MailProblem | null } | null;
  /** The warnings that its end is near. */
  warnings: { days: number; at: string; mailedAt: string | null; mailProblem: MailProblem | null }[];
  /** Of the days (UTC) on which it was used. */
  days: { day: string; requests: number; refused: number }[];
  routes: { route: string; status: number; requests: number }[];
};
