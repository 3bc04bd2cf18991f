import { z } from 'zod';
import { AREAS, type DomainHealth, HEALTH_STATES } from '@/lib/domains/health/schema';
import type { OwnServersView } from '@/lib/domains/servers/schema';
import { answerOf, named } from '../named';
import { Id, Time } from './parts';

const state = z.enum(HEALTH_STATES);

const HealthItem = named(
  'HealthItem',
  z.strictObject({
    key: z.string().describe('The same at each look.'),
    area: z.enum(AREAS),
    subject: z.string().describe('An address, a server or a name.'),
    state,
    findings: z.array(
      z.strictObject({
        code: z.string(),
        severity: state,
        values: z.record(z.string(), z.union([z.string(), z.number()])),
        summary: z.string().describe('In English, with what to do.'),
        url: z.string().nullable().describe('Where a person gets off a list.'),
      }),
    ),
    value: z.string().nullable().describe('What was found: a name, a date, the lists that answered.'),
    changedAt: Time,
    history: z.array(z.strictObject({ at: Time, state })),
  }),
);

export const DomainHealthAnswer = answerOf<DomainHealth>()(
  'DomainHealth',
  z.strictObject({
    domain: z.string(),
    state: state.describe('The worst of all. `unknown`: somebody could not be asked, which says nothing.'),
    items: z.array(HealthItem),
    checkedAt: Time.nullable(),
    nextCheckAt: Time.nullable(),
  }),
);

export const OwnServersAnswer = answerOf<OwnServersView>()(
  'OwnServers',
  z.strictObject({
    servers: z.array(
      z.strictObject({
        provider: z.strictObject({ id: Id, name: z.string(), active: z.boolean() }),
        host: z.string(),
        port: z.int(),
        look: HealthItem.nullable().describe(
          'Whether it is reached, and its certificate. Null: nobody has looked.',
        ),
        bounceAddress: z.string().nullable().describe('Null: bounces go to each sender.'),
        domains: z
          .array(z.strictObject({ id: Id, name: z.string() }))
          .describe('Those that send through it.'),
      }),
    ),
    addresses: z.array(
      z.strictObject({
        address: z.string(),
        host: z
          .string()
          .nullable()
          .describe('The name that it should have, where one server alone sends from it.'),
        name: HealthItem,
        lists: HealthItem.nullable(),
      }),
    ),
    checkedAt: Time.nullable().describe('Of the latest look.'),
  }),
);
