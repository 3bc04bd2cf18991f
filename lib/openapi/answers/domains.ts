import { z } from 'zod';
import {
  ALGORITHMS,
  DOMAIN_STATES,
  type DomainView,
  POLICIES,
  PURPOSES,
  RECORD_STATES,
  type RecordView,
  STEPS,
} from '@/lib/domains/schema';
import { answerOf, named } from '../named';
import { Id, listOf, Time } from './parts';

const found = z.array(z.string());

export const DomainRecord = answerOf<RecordView>()(
  'DomainRecord',
  z.strictObject({
    key: z.string().describe('The same at each check.'),
    purpose: z.enum(PURPOSES),
    type: z.enum(['TXT', 'CNAME', 'MX']),
    name: z.string(),
    host: z.string().describe('The name within the domain, as panels of DNS hosts want it: `@`, `_dmarc`.'),
    value: z.string().describe('Of SPF: what is there, with what must be in it.'),
    state: z
      .enum(RECORD_STATES)
      .describe('`unknown`: DNS did not answer, or not everybody knows it yet; never a fault by itself.'),
    required: z.boolean(),
    provider: z.string().optional().describe('Who wants it; absent: Relevo.'),
    finding: z
      .strictObject({
        code: z.string(),
        params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
      })
      .nullable()
      .describe('By what it differs. Null: nobody has looked yet.'),
    summary: z.string().describe('The same in English.'),
    found: found.describe('What stands there.'),
    servers: z.array(z.strictObject({ server: z.string(), state: z.enum(RECORD_STATES) })),
    checkedAt: Time.nullable(),
    firstSeenAt: Time.nullable().describe('When it was right for the first time.'),
    changedAt: Time.nullable(),
    history: z.array(z.strictObject({ at: Time, state: z.enum(RECORD_STATES), found })),
  }),
);

export const DomainAnswer = answerOf<DomainView>()(
  'Domain',
  z.strictObject({
    id: Id,
    name: z.string().describe('As DNS knows it.'),
    shownName: z.string(),
    state: z.enum(DOMAIN_STATES).describe('`broken`: it was verified, and is not any more.'),
    senders: z.strictObject({
      addresses: z.array(z.string()),
      providers: z.array(z.strictObject({ id: Id, name: z.string(), kind: z.string() })),
    }),
    algorithms: z.enum(ALGORITHMS),
    rotateEveryDays: z.int().nullable(),
    dmarc: z.strictObject({ policy: z.enum(POLICIES), reportsTo: z.string().nullable() }),
    returnPath: z.strictObject({ name: z.string(), host: z.string() }).nullable(),
    tracking: z.strictObject({ name: z.string() }).nullable(),
    step: z.enum(STEPS).describe('How far somebody came in the panel.'),
    records: z.array(DomainRecord),
    keys: z.array(
      z.strictObject({
        selector: z.string(),
        algorithm: z.enum(['rsa', 'ed25519']),
        state: z
          .enum(['waiting', 'signing', 'retiring', 'retired'])
          .describe(
            '`waiting`: its record was not seen yet. `retiring`: mails that it signed are under way.',
          ),
        createdAt: Time,
        signsSince: Time.nullable(),
        retiresAt: Time.nullable().describe('From then on its record may be removed.'),
      }),
    ),
    nameServers: z.array(z.string()),
    checkedAt: Time.nullable(),
    nextCheckAt: Time,
    verifiedAt: Time.nullable(),
    brokenAt: Time.nullable(),
    company: z.string().optional(),
    version: z.int(),
    createdAt: Time,
    updatedAt: Time,
  }),
);
export const DomainsAnswer = named('DomainList', listOf(DomainAnswer));
export const DomainRecordsAnswer = named(
  'DomainRecords',
  z.strictObject({
    data: z.array(DomainRecord),
    zone: z.string().describe('The same as lines of a zone file.'),
  }),
);
