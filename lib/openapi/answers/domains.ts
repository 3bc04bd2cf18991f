import { z } from 'zod';
import { type MatrixView, type PairsView, type PairView, VERDICTS } from '@/lib/domains/pairs/schema';
import {
  ALGORITHMS,
  DOMAIN_STATES,
  type DomainView,
  POLICIES,
  PURPOSES,
  RECORD_STATES,
  type RecordView,
  type SpfAnswer,
  THERE_STATES,
} from '@/lib/domains/schema';
import { STEPS } from '@/lib/domains/steps';
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
      providers: z.array(
        z.strictObject({
          id: Id,
          name: z.string(),
          kind: z.string(),
          there: z
            .strictObject({
              state: z
                .enum(THERE_STATES)
                .describe(
                  '`waiting`: the service knows it and does not see its records yet; the last four: why it did not tell.',
                ),
              needs: z.string().nullable().describe('What the key lacks, by the name of the service.'),
              reply: z.string().nullable(),
              askedAt: Time,
            })
            .optional()
            .describe('How the domain stands at the service, if that has an API for it.'),
        }),
      ),
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

const params = z.record(z.string(), z.union([z.string(), z.number()])).optional();

const DomainPair = answerOf<PairView>()(
  'DomainPair',
  z.strictObject({
    provider: z.strictObject({ id: Id, name: z.string(), kind: z.string() }),
    isSender: z.boolean().describe('Meant to send as the domain; others may come to it by a failover.'),
    verdict: z
      .enum(VERDICTS)
      .describe('`passes`: SPF or DKIM passes and is aligned. `unknown`: what decides is not known.'),
    spf: z.strictObject({
      result: z.string().describe('Of RFC 7208, or `unknown`.'),
      domain: z.string().nullable().describe("Of the envelope's sender."),
      aligned: z.boolean(),
      address: z.string().nullable().describe('The one that was asked for.'),
    }),
    dkim: z.strictObject({
      result: z.string().describe('`pass`, `fail`, `none` or `unknown`.'),
      domain: z.string().nullable().describe('Which signs (`d=`).'),
      aligned: z.boolean(),
      by: z.enum(['relevo', 'provider']).nullable(),
    }),
    dmarc: z.strictObject({
      result: z.string().describe('Of RFC 9989, or `unknown`.'),
      policy: z.string().nullable().describe('What receivers are asked to do with what fails.'),
    }),
    reasons: z.array(z.strictObject({ code: z.string(), params })),
    summary: z.string().describe('The same in English.'),
    checkedAt: Time.nullable(),
  }),
);
export const DomainPairsAnswer = answerOf<PairsView>()(
  'DomainPairs',
  z.strictObject({ domain: z.string(), data: z.array(DomainPair) }),
);

export const SpfEvaluation = answerOf<SpfAnswer>()(
  'SpfEvaluation',
  z.strictObject({
    result: z.enum(['none', 'neutral', 'pass', 'fail', 'softfail', 'temperror', 'permerror']),
    reason: z.strictObject({
      code: z.enum([
        'matched',
        'nothing_matched',
        'no_record',
        'bad_domain',
        'bad_ip',
        'several_records',
        'syntax',
        'too_many_lookups',
        'too_many_void_lookups',
        'too_many_mx',
        'include_without_record',
        'redirect_without_record',
        'dns_failed',
      ]),
      domain: z.string().optional().describe('Whose record decided.'),
      term: z.string().optional(),
    }),
    explanation: z.string().nullable().describe('What the domain says to those whom it refuses.'),
    lookups: z.int().describe('Of at most 10.'),
    voidLookups: z.int().describe('Of at most 2.'),
  }),
);

export const DomainMatrixAnswer = answerOf<MatrixView>()(
  'DomainMatrix',
  z.strictObject({
    providers: z.array(z.strictObject({ id: Id, name: z.string(), kind: z.string() })),
    data: z.array(
      z.strictObject({
        id: Id,
        name: z.string(),
        pairs: z.array(
          z.strictObject({
            provider: Id,
            isSender: z
              .boolean()
              .describe('Meant to send as the domain; others may come to it by a failover.'),
            verdict: z.enum(VERDICTS),
            spf: z.boolean().describe('Passes and is aligned.'),
            dkim: z.boolean().describe('Passes and is aligned.'),
            reasons: z.array(
              z.strictObject({
                code: z.string(),
                params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
              }),
            ),
            checkedAt: Time.nullable(),
          }),
        ),
      }),
    ),
  }),
);
