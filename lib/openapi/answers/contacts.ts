import { z } from 'zod';
import type { ContactsImported } from '@/lib/contacts/import-schema';
import type { ContactView, StoredContact } from '@/lib/contacts/schema';
import { DIGESTS, type PreferencesView } from '@/lib/notifications/preferences/schema';
import { TYPE_CHANNELS } from '@/lib/notifications/types/schema';
import { answerOf, named } from '../named';
import { Count, Id, pageOf, Time } from './parts';
import { FieldProblem, ProblemBody } from './problem';

const Outcome = z.enum(['created', 'changed', 'same']).describe('Of what was known before.');

const contact = {
  id: Id,
  key: z.string().nullable().describe('What your own programs call them by.'),
  name: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable().describe('E.164.'),
  whatsapp: z.string().nullable().describe('Where it is another number than the phone.'),
  telegram: z.string().nullable(),
  slack: z.string().nullable(),
  language: z.string().nullable(),
  timeZone: z.string().nullable(),
  fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).describe('Your own.'),
  version: z.int().describe('To send with a PATCH.'),
  createdAt: Time,
  updatedAt: Time,
  company: z.string().optional(),
};

export const ContactAnswer = answerOf<ContactView>()('Contact', z.strictObject(contact));
export const ContactsPage = named('Contacts', pageOf(ContactAnswer));
export const StoredContactAnswer = answerOf<StoredContact>()(
  'StoredContact',
  z.strictObject({ ...contact, outcome: Outcome }),
);

export const ContactBatchAnswer = named(
  'ContactResults',
  z.strictObject({
    results: z
      .array(z.union([z.strictObject({ id: Id, outcome: Outcome }), z.strictObject({ error: ProblemBody })]))
      .describe('One for each, in the same order.'),
  }),
);

export const ContactsImportedAnswer = answerOf<ContactsImported>()(
  'ContactsImported',
  z.strictObject({
    columns: z
      .array(z.strictObject({ header: z.string(), to: z.string() }))
      .describe('What its first line calls each column, and what it is taken for; `-`: left out.'),
    sample: z.array(z.array(z.string())).describe('Its first five rows.'),
    created: Count,
    changed: Count,
    same: Count,
    wrong: Count,
    errors: z
      .array(
        z.strictObject({
          line: Count.describe('From 1.'),
          text: z.string(),
          errors: z.array(FieldProblem),
        }),
      )
      .describe('The first 200 of them.'),
  }),
);

export const PreferencesAnswer = answerOf<PreferencesView>()(
  'Preferences',
  z.strictObject({
    language: z.string().nullable(),
    quietHours: z
      .strictObject({ fromHour: z.int(), untilHour: z.int() })
      .nullable()
      .describe('When their phone is left alone, by their clocks, else by those of the company.'),
    types: z.array(
      z.strictObject({
        key: z.string(),
        title: z.string(),
        required: z.boolean().describe('Everybody gets it: it cannot be refused.'),
        collectable: z.boolean().describe('It can be asked for in one mail with others.'),
        digest: z.enum(DIGESTS).nullable(),
        channels: z.array(z.strictObject({ channel: z.enum(TYPE_CHANNELS), wanted: z.boolean() })),
      }),
    ),
    version: z.int().describe('To send with a PATCH; 0 where nothing was chosen yet.'),
    url: z
      .string()
      .nullable()
      .describe(
        'The page on which they choose themselves, without an account. Whoever has it is taken for them.',
      ),
  }),
);
