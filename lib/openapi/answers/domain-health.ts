import { z } from 'zod';
import { AREAS, type DomainHealth, HEALTH_STATES } from '@/lib/domains/health/schema';
import { answerOf } from '../named';
import { Time } from './parts';

const state = z.enum(HEALTH_STATES);

export const DomainHealthAnswer = answerOf<DomainHealth>()(
  'DomainHealth',
  z.strictObject({
    domain: z.string(),
    state: state.describe('The worst of all. `unknown`: somebody could not be asked, which says nothing.'),
    items: z.array(
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
    ),
    checkedAt: Time.nullable(),
    nextCheckAt: Time.nullable(),
  }),
);
