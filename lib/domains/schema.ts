import { z } from 'zod';
import { CompanyRef } from '@/lib/companies/schema';
import { flaw } from '@/lib/flaws';
import type { SpfReason, SpfResult } from '@/lib/spf/spf-result';
import { familyOf } from '@/lib/text/ip-range';
import { addressRange, domainName, emailAddress, hostName, matching, shortText } from '@/lib/validation';
import { STEPS, type Step } from './steps';

export const ALGORITHMS = ['rsa', 'rsa_ed25519'] as const;
export const POLICIES = ['none', 'quarantine', 'reject'] as const;
/** The wizard, in order. */

export const RECORD_STATES = ['right', 'wrong', 'several', 'missing', 'unknown'] as const;
export type RecordState = (typeof RECORD_STATES)[number];
export const DOMAIN_STATES = ['new', 'incomplete', 'verified', 'broken', 'unknown'] as const;
export type DomainState = (typeof DOMAIN_STATES)[number];
export const PURPOSES = ['spf', 'dkim', 'dmarc', 'return_path', 'tracking', 'ownership'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Names that may stand before a domain: `bounces`, `track.mail`. */
const label = matching(
  /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/,
  flaw('dns_label', { example: 'bounces' }),
).max(100);
const selector = matching(
  /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i,
  flaw('dns_label', { example: 'relevo1' }),
).max(100);

const fields = {
  /** Who sends as it. `addresses`: of one's own server; `providers`: by id or name. */
  senders: z.strictObject({
    addresses: z.array(addressRange).max(50, { abort: true }),
    providers: z.array(shortText(80)).max(50, { abort: true }),
  }),
  /** RSA, which all know, or Ed25519 beside it. */
  algorithms: z.enum(ALGORITHMS),
  /** Null: keys are replaced by hand. */
  rotateEveryDays: z.number().int().min(30).max(730).nullable(),
  dmarc: z.strictObject({ policy: z.enum(POLICIES), reportsTo: emailAddress.max(254).nullable() }),
  /** The name before the domain that bounces come to, and the mail server that takes them; null: not wanted. */
  returnPath: z.strictObject({ name: label, host: hostName }).nullable(),
  /** The name before the domain of links in mails; null: not wanted. */
  tracking: z.strictObject({ name: label }).nullable(),
};

/** `POST /api/v1/domains`. */
export const DomainInput = z.strictObject({
  name: domainName,
  company: CompanyRef.nullish(),
  senders: fields.senders.default({ addresses: [], providers: [] }),
  algorithms: fields.algorithms.default('rsa'),
  rotateEveryDays: fields.rotateEveryDays.default(null),
  dmarc: fields.dmarc.default({ policy: 'none', reportsTo: null }),
  returnPath: fields.returnPath.default(null),
  tracking: fields.tracking.default(null),
});
export type DomainInput = z.output<typeof DomainInput>;

/** `PATCH /api/v1/domains/{id}`: what is left out stays. */
export const DomainPatch = z
  .strictObject({ ...fields, step: z.enum(STEPS), version: z.number().int().min(1) })
  .partial();
export type DomainPatch = z.output<typeof DomainPatch>;

export const DomainRef = z.strictObject({ id: z.uuid() });

/** `POST /api/v1/domains/{id}/dkim/rotate`: new keys, or one that was used elsewhere. */
export const RotateInput = z.strictObject({
  key: z.strictObject({ selector, privateKey: shortText(20_000) }).optional(),
});
export type RotateInput = z.output<typeof RotateInput>;

/** `POST /api/v1/domains/{id}/spf/evaluate`: would this address pass? */
export const SpfQuestion = z.strictObject({
  ip: shortText(60).refine((value) => familyOf(value) !== 0, flaw('looks_like', { example: '192.0.2.7' })),
  /** The sender of the envelope; absent: postmaster of the domain. */
  mailFrom: emailAddress.max(254).optional(),
  helo: hostName.optional(),
});
export type SpfQuestion = z.output<typeof SpfQuestion>;

export type SpfAnswer = {
  result: SpfResult;
  reason: SpfReason;
  /** What the domain says to those whom it refuses. */
  explanation: string | null;
  lookups: number;
  voidLookups: number;
};

export type RecordView = {
  /** The same at each check. */
  key: string;
  purpose: Purpose;
  type: 'TXT' | 'CNAME' | 'MX';
  name: string;
  /** The same within the domain, as panels of DNS hosts want it: `@`, `_dmarc`. */
  host: string;
  value: string;
  state: RecordState;
  /** Without it mail fails or arrives worse; others are for more. */
  required: boolean;
  /** Who wants it; absent: Relevo. */
  provider?: string;
  finding: { code: string; params?: Record<string, string | number> } | null;
  /** In English, for programs and the command line. */
  summary: string;
  found: string[];
  servers: { server: string; state: RecordState }[];
  checkedAt: string | null;
  firstSeenAt: string | null;
  changedAt: string | null;
  history: { at: string; state: RecordState; found: string[] }[];
};

export type KeyView = {
  selector: string;
  algorithm: 'rsa' | 'ed25519';
  state: 'waiting' | 'signing' | 'retiring' | 'retired';
  createdAt: string;
  signsSince: string | null;
  retiresAt: string | null;
};

/** How a domain stands at a provider's service, as that tells. `waiting`: the service knows it, and does not see its records yet. */
export const THERE_STATES = [
  'verified',
  'waiting',
  'absent',
  'permission',
  'limit',
  'unreachable',
  'refused',
] as const;

export type SenderView = {
  id: string;
  name: string;
  kind: string;
  /** Absent: its service takes no domains by an API, or was not asked yet. */
  there?: {
    state: (typeof THERE_STATES)[number];
    /** What the key lacks, by the service's own name. */
    needs: string | null;
    /** The service's own words. */
    reply: string | null;
    askedAt: string;
  };
};

/** `POST /api/v1/domains/{id}/providers`: have a service take the domain. By id or name. */
export const AtProviderInput = z.strictObject({ provider: shortText(80) });
export type AtProviderInput = z.output<typeof AtProviderInput>;

export type DomainView = {
  id: string;
  name: string;
  shownName: string;
  state: DomainState;
  senders: { addresses: string[]; providers: SenderView[] };
  algorithms: (typeof ALGORITHMS)[number];
  rotateEveryDays: number | null;
  dmarc: { policy: (typeof POLICIES)[number]; reportsTo: string | null };
  returnPath: { name: string; host: string } | null;
  tracking: { name: string } | null;
  step: Step;
  records: RecordView[];
  keys: KeyView[];
  nameServers: string[];
  checkedAt: string | null;
  nextCheckAt: string;
  verifiedAt: string | null;
  brokenAt: string | null;
  company?: string;
  version: number;
  createdAt: string;
  updatedAt: string;
};
