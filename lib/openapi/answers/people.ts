import { z } from 'zod';
import type { SessionView } from '@/lib/auth/schema';
import { LOCALES } from '@/lib/i18n/locales';
import type { InvitationView, Invited, PersonView, ResetSent } from '@/lib/people/schema';
import { ROLES } from '@/lib/roles';
import { answerOf, named } from '../named';
import { Id, listOf, Time } from './parts';

const companies = z
  .array(z.string())
  .nullable()
  .describe('Keys of the companies that the person is limited to; null: all.');

export const PersonAnswer = answerOf<PersonView>()(
  'Person',
  z.strictObject({
    id: Id,
    email: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    companies,
    active: z.boolean(),
    lastSeenAt: Time.nullable(),
    lastSignInAt: Time.nullable(),
    secondFactor: z
      .boolean()
      .optional()
      .describe('A code is asked for beside the password. Told only to who may change people.'),
    createdAt: Time,
  }),
);
export const PeopleAnswer = named('PersonList', listOf(PersonAnswer));

const invitation = {
  id: Id,
  email: z.string(),
  role: z.enum(ROLES),
  companies,
  language: z.enum(LOCALES),
  invitedBy: z.string(),
  expired: z.boolean(),
  expiresAt: Time,
  createdAt: Time,
};
const InvitationAnswer = answerOf<InvitationView>()('Invitation', z.strictObject(invitation));
export const InvitationsAnswer = named('InvitationList', listOf(InvitationAnswer));

const mail = z
  .enum(['sent', 'sandbox', 'no_provider', 'no_sender'])
  .describe('What became of the message with the link: only `sent` reaches the person.');

export const InvitedAnswer = answerOf<Invited>()(
  'Invited',
  z.strictObject({ ...invitation, link: z.string().describe('Works once. It is told this once.'), mail }),
);

export const ResetAnswer = answerOf<ResetSent>()(
  'PasswordReset',
  z.strictObject({
    expiresAt: Time,
    mail,
    link: z.string().optional().describe('Only where no message reaches the person.'),
  }),
);

const SessionAnswer = answerOf<SessionView>()(
  'Session',
  z.strictObject({
    id: Id,
    ip: z.string().nullable(),
    userAgent: z.string().nullable(),
    current: z.boolean().describe('The one in which this is asked.'),
    lastSeenAt: Time,
    createdAt: Time,
  }),
);
export const SessionsAnswer = named('SessionList', listOf(SessionAnswer));
