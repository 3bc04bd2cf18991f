import { z } from 'zod';
import { CompanyRef } from '@/lib/companies/schema';
import { MAX_CONTACTS } from '@/lib/contacts/schema';
import { displayName, shortText } from '@/lib/validation';
import { MEMBER_STATES, type MemberState } from './member-states';

export const OPT_INS = ['single', 'double'] as const;

const fields = {
  title: displayName(120),
  description: shortText(1_000).nullable(),
  /** `double`: whoever subscribes must press a button in a mail first. */
  optIn: z.enum(OPT_INS),
  /** Whether the form on a page of the company's takes people. */
  openForm: z.boolean(),
  /** Key of the template that greets who has subscribed. */
  welcome: shortText(120).nullable(),
};

/** `POST /api/v1/lists`. */
export const ListInput = z.strictObject({
  ...fields,
  description: fields.description.default(null),
  optIn: fields.optIn.default('double'),
  openForm: fields.openForm.default(false),
  welcome: fields.welcome.default(null),
  company: CompanyRef.nullish(),
});
export type ListInput = z.output<typeof ListInput>;

export const ListPatch = z.strictObject({ ...fields, version: z.number().int().min(1) }).partial();
export type ListPatch = z.output<typeof ListPatch>;

export const ListFilter = z.strictObject({ company: CompanyRef.optional() });

/** `POST /api/v1/lists/{id}/members`. */
export const SubscribeInput = z.strictObject({
  /** Each as for `POST /contacts`, judged by itself. */
  contacts: z.array(z.unknown()).min(1).max(MAX_CONTACTS),
  /** They agreed elsewhere: nobody is asked by mail. */
  confirmed: z.boolean().default(false),
  /** Also those who left the list before. */
  again: z.boolean().default(false),
});
export type SubscribeInput = z.output<typeof SubscribeInput>;

/** `GET /api/v1/lists/{id}/members`. */
export const MemberFilter = z.strictObject({
  state: z.enum(MEMBER_STATES).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.uuid().optional(),
});
export type MemberFilter = z.output<typeof MemberFilter>;

export type ListView = {
  id: string;
  title: string;
  description: string | null;
  optIn: (typeof OPT_INS)[number];
  openForm: boolean;
  welcome: string | null;
  members: Record<MemberState, number>;
  /** Where its form is sent; null: it has none, or nobody said where people reach this system. */
  formUrl: string | null;
  version: number;
  createdAt: string;
  updatedAt: string;
  company?: string;
};

export type MemberView = {
  /** Of the contact. */
  id: string;
  name: string | null;
  email: string | null;
  state: MemberState;
  source: string;
  by: string;
  agreedAt: string | null;
  leftAt: string | null;
};

/** `left_before`: they left it once, and nobody said `again`. */
export type Subscribed = { contactId: string; state: MemberState; outcome: 'added' | 'same' | 'left_before' };
