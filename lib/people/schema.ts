import { z } from 'zod';
import { newPassword } from '@/lib/auth/schema';
import { CompanyRef } from '@/lib/companies/schema';
import { LOCALES, type Locale } from '@/lib/i18n/locales';
import { ROLES, type Role } from '@/lib/roles';
import { displayName, emailAddress, uniqueList } from '@/lib/validation';

/** Keys, names or ids of the companies that a person is limited to; null: all, also those to come. */
const companies = uniqueList(CompanyRef, 100).min(1).nullish();

/** `POST /api/v1/people`: the link works for 48 hours, once. */
export const InvitationInput = z.strictObject({
  email: emailAddress,
  role: z.enum(ROLES),
  companies,
  /** Of the message with the link; default: that of who invites. */
  language: z.enum(LOCALES).optional(),
});
export type InvitationInput = z.infer<typeof InvitationInput>;

export const PersonPatch = z
  .strictObject({ name: displayName(80), role: z.enum(ROLES), companies })
  .partial();
export type PersonPatch = z.infer<typeof PersonPatch>;

const token = z.string().min(1).max(100);

export const AcceptInput = z.strictObject({
  token,
  name: displayName(80),
  password: newPassword,
  language: z.enum(LOCALES),
});
export type AcceptInput = z.infer<typeof AcceptInput>;

export const ForgottenInput = z.strictObject({ email: emailAddress });
export type ForgottenInput = z.infer<typeof ForgottenInput>;

export const NewPasswordInput = z.strictObject({ token, password: newPassword });
export type NewPasswordInput = z.infer<typeof NewPasswordInput>;

export type PersonView = {
  id: string;
  email: string;
  name: string;
  role: Role;
  /** Keys of the companies that the person is limited to; null: all. */
  companies: string[] | null;
  active: boolean;
  /** When they last opened a page, to the minute; null: never. */
  lastSeenAt: string | null;
  lastSignInAt: string | null;
  /** Whether a code is asked for beside the password: told only to who looks after people, since it says whom to attack. */
  secondFactor?: boolean;
  createdAt: string;
};

export type InvitationView = {
  id: string;
  email: string;
  role: Role;
  companies: string[] | null;
  language: Locale;
  invitedBy: string;
  expired: boolean;
  expiresAt: string;
  createdAt: string;
};

/**
 * What became of the message with a link: on its way; kept in the sandbox, where nobody gets it; nobody could carry it; no sender was
 * set.
 */
export type LinkMail = 'sent' | 'sandbox' | 'no_provider' | 'no_sender';

/** The link is in this answer and in the message, and nowhere else. */
export type Invited = InvitationView & { link: string; mail: LinkMail };

/** `link` only where no message could carry it. */
export type ResetSent = { expiresAt: string; mail: LinkMail; link?: string };
