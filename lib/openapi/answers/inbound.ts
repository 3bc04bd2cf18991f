import { z } from 'zod';
import type { InboundDetail, InboundView } from '@/lib/inbound/inbound-schema';
import { INBOUND_STATES } from '@/lib/inbound/inbound-states';
import { answerOf, named } from '../named';
import { Count, Id, pageOf, Time } from './parts';

const fields = {
  id: Id,
  provider: z.string().nullable().describe('Null: it is not there any more.'),
  receivedAt: Time,
  state: z
    .enum(INBOUND_STATES)
    .describe(
      '`waiting`: nobody has read it yet. `failed`: it could not be read, or was about no message here.',
    ),
  readAt: Time.nullable(),
  error: z.string().nullable().describe('Why it could not be read, in words for a technician.'),
  sizeBytes: Count,
};

export const InboundAnswer = answerOf<InboundView>()('Inbound', z.strictObject(fields));
export const InboundPage = named('InboundPage', pageOf(InboundAnswer));

export const InboundDetailAnswer = answerOf<InboundDetail>()(
  'InboundDetail',
  z.strictObject({
    ...fields,
    headers: z.record(z.string(), z.string()).describe('Without what proves who sent it.'),
    body: z.string().describe('As it came in.'),
  }),
);
