import { z } from 'zod';
import { CompanyRef } from '@/lib/companies/schema';
import { flaw } from '@/lib/flaws';
import { displayName, hostName, singleLine } from '@/lib/validation';
import type { MailboxCause } from './causes';

export const MAILBOX_SECURITIES = ['tls', 'starttls', 'none'] as const;
export const AFTER_READING = ['nothing', 'seen', 'move'] as const;

const fields = {
  name: displayName(80),
  host: hostName,
  port: z.number().int().min(1).max(65535),
  /** `starttls` requires the upgrade; `none` is for servers on private addresses only. */
  security: z.enum(MAILBOX_SECURITIES),
  username: singleLine(320),
  folder: singleLine(200),
  everyMinutes: z.number().int().min(1).max(1440),
  /** What is done to a mail that was read. */
  afterReading: z.enum(AFTER_READING),
  /** Of `move`: made where it is not there. */
  moveTo: singleLine(200).nullable(),
  active: z.boolean(),
};
/** Id or name of a provider that signs in by OAuth2: with its account, instead of a password. */
const account = z.string().min(1).max(80).nullable();
/** Write-only. */
const password = z.string().min(1).max(10_000);

/** `POST /api/v1/bounce-mailboxes`. */
export const MailboxInput = z
  .strictObject({
    ...fields,
    password: password.optional(),
    account: account.default(null),
    port: fields.port.default(993),
    security: fields.security.default('tls'),
    folder: fields.folder.default('INBOX'),
    everyMinutes: fields.everyMinutes.default(5),
    afterReading: fields.afterReading.default('seen'),
    moveTo: fields.moveTo.default(null),
    active: fields.active.default(true),
    /** Id, key or name; null: of all companies. */
    company: CompanyRef.nullish(),
  })
  .refine(({ afterReading, moveTo }) => afterReading !== 'move' || moveTo, {
    path: ['moveTo'],
    ...flaw('required'),
  })
  .refine(({ account, password }) => account || password, { path: ['password'], ...flaw('required') });
export type MailboxInput = z.output<typeof MailboxInput>;

/** `PATCH`: what is given is changed. A password stays with its server: another host, port, security or user name needs it again. */
export const MailboxPatch = z
  .strictObject({ ...fields, password, account, version: z.number().int().min(1) })
  .partial();
export type MailboxPatch = z.output<typeof MailboxPatch>;

export type MailboxView = {
  id: string;
  name: string;
  host: string;
  port: number;
  security: (typeof MAILBOX_SECURITIES)[number];
  username: string;
  secrets: { password: { set: boolean; last4: string; updatedAt: string } };
  /** With whose account it signs in; null: with a password. */
  account: { id: string; name: string } | null;
  folder: string;
  everyMinutes: number;
  afterReading: (typeof AFTER_READING)[number];
  moveTo: string | null;
  active: boolean;
  /** When it was read last without a failure. */
  readAt: string | null;
  mailsRead: number;
  mailsNoted: number;
  mailsUnreadable: number;
  failure: { cause: MailboxCause; since: string; reply: string | null; summary: string } | null;
  company?: string;
  version: number;
  createdAt: string;
  updatedAt: string;
};

export type MailboxTest = {
  ok: boolean;
  steps: { name: 'dns' | 'sign_in' | 'folder'; ok: boolean; ms: number; detail: string }[];
  /** Mails that lie in the folder. */
  mails?: number;
  cause?: MailboxCause;
  reply?: string;
  /** In English. */
  summary: string;
};
