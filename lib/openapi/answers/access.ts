import { z } from 'zod';
import type { AuditEntry } from '@/lib/audit/schema';
import { Brand, type CompanyView } from '@/lib/companies/schema';
import { CompanyLimits } from '@/lib/settings/limits-schema';
import type { Rotated } from '@/lib/tokens/rotate';
import {
  MAIL_PROBLEMS,
  TOKEN_KINDS,
  type TokenDetail,
  TokenRotation,
  type TokenSecretView,
  type TokenView,
} from '@/lib/tokens/schema';
import { answerOf, named } from '../named';
import { Count, Day, Id, listOf, pageOf, Time } from './parts';

named('CompanyLimits', CompanyLimits, 'input');
named('Brand', Brand, 'input');

const MailProblem = z.enum(MAIL_PROBLEMS).nullable().describe('Why nobody could be written to.');

const token = {
  id: Id,
  name: z.string(),
  note: z.string().nullable(),
  masked: z.string().describe('Enough to recognise it by, not enough to use: `rlv_abc…wxyz`.'),
  kind: z.enum(TOKEN_KINDS),
  scopes: z.array(z.string()),
  allowedIps: z.array(z.string()).nullable(),
  fromDomains: z.array(z.string()).nullable(),
  providers: z.array(z.string()).nullable().describe('Ids.'),
  limits: z.strictObject({ minute: Count.nullable(), day: Count.nullable() }).nullable(),
  expiresAt: Time.nullable(),
  revokedAt: Time.nullable(),
  lastUsedAt: Time.nullable(),
  lastUsedFrom: z.string().nullable(),
  lastUsedWith: z.string().nullable(),
  previousValidUntil: Time.nullable().describe('Until when a secret from before the last rotation works.'),
  rotation: TokenRotation.required().nullable(),
  nextRotationAt: Time.nullable().describe('When the next secret is prepared by itself.'),
  waitingSince: Time.nullable().describe('Since when a new secret waits to be picked up.'),
  responsible: Id.nullable().describe(
    'The person who is told of it; null: who made it, else the administrators.',
  ),
  madeBy: Id.nullable(),
  company: z.string().optional(),
  createdAt: Time,
};
export const TokenAnswer = answerOf<TokenView>()('Token', z.strictObject(token));
export const TokensAnswer = named('TokenList', listOf(TokenAnswer));

const secret = z.string().describe('The secret. It is told this once.');
export const CreatedTokenAnswer = named('CreatedToken', z.strictObject({ ...token, token: secret }));

export const RotatedAnswer = answerOf<Rotated>()(
  'RotatedToken',
  z.strictObject({ id: Id, token: secret, previousValidUntil: Time }),
);

const SecretAnswer = answerOf<TokenSecretView>()(
  'TokenSecret',
  z.strictObject({
    id: Id,
    last4: z.string(),
    validUntil: Time.nullable().describe('Null: the one in use.'),
    lastUsedAt: Time.nullable(),
    lastUsedFrom: z.string().nullable(),
    lastUsedWith: z.string().nullable(),
    createdAt: Time,
  }),
);

export const TokenDetailAnswer = answerOf<TokenDetail>()(
  'TokenDetail',
  z.strictObject({
    ...token,
    secrets: z.array(SecretAnswer),
    accessKeys: z
      .array(z.strictObject({ accessKeyId: z.string(), createdAt: Time }))
      .describe('Pairs for what signs its requests, as clients of Amazon SES do.'),
    told: z
      .array(z.strictObject({ name: z.string(), email: z.string() }))
      .describe('Whom mails about it go to.'),
    waiting: z
      .strictObject({ last4: z.string(), since: Time, mailedAt: Time.nullable(), mailProblem: MailProblem })
      .nullable(),
    warnings: z
      .array(z.strictObject({ days: Count, at: Time, mailedAt: Time.nullable(), mailProblem: MailProblem }))
      .describe('That its end is near was said so many days before.'),
    days: z
      .array(z.strictObject({ day: Day, requests: Count, refused: Count }))
      .describe('Of the last thirty, in UTC.'),
    routes: z.array(z.strictObject({ route: z.string(), status: z.int(), requests: Count })),
  }),
);

export const CompanyAnswer = answerOf<CompanyView>()(
  'Company',
  z.strictObject({
    id: Id,
    key: z.string().describe('What programs call it by.'),
    name: z.string(),
    country: z.string().nullable(),
    timeZone: z.string().nullable(),
    currency: z.string().nullable(),
    language: z.string().nullable(),
    fromEmail: z.string().nullable(),
    fromName: z.string().nullable(),
    brand: Brand,
    ai: z.boolean().describe('False: nothing of it is ever shown to an AI provider.'),
    limits: CompanyLimits,
    version: z.int(),
    createdAt: Time,
    updatedAt: Time,
  }),
);
export const CompaniesAnswer = named('CompanyList', listOf(CompanyAnswer));

export const AuditAnswer = answerOf<AuditEntry>()(
  'AuditEntry',
  z.strictObject({
    id: Id,
    at: Time,
    actor: z.strictObject({ type: z.string(), id: z.string().nullable(), name: z.string() }),
    action: z.string().describe('Such as `provider.update`.'),
    subject: z.strictObject({ id: z.string().nullable(), name: z.string().nullable() }),
    changes: z.array(
      z.strictObject({ field: z.string(), before: z.unknown().optional(), after: z.unknown().optional() }),
    ),
    requestId: z.string(),
    ip: z.string().nullable(),
  }),
);
export const AuditPage = named('AuditPage', pageOf(AuditAnswer));
