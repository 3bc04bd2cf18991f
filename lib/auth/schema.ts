import { z } from 'zod';
import { flaw } from '@/lib/flaws';
import { LOCALES } from '@/lib/i18n/locales';
import { ROLES } from '@/lib/roles';
import { isCountry } from '@/lib/settings/countries';
import { isCurrency, isTimeZone } from '@/lib/settings/known-names';
import { displayName, emailAddress, shortText } from '@/lib/validation';

export const PASSWORD_MIN = 12;
/** Longer ones only cost the server time. */
export const PASSWORD_MAX = 256;

export const MODES = ['admin', 'technical'] as const;

/** What every password that is chosen from now on must be. */
export const newPassword = z.string().min(PASSWORD_MIN).max(PASSWORD_MAX);

export const SignInInput = z.strictObject({
  email: z.string().min(1).max(254),
  password: z.string().min(1).max(PASSWORD_MAX),
  /** Of a second factor, at once: who has a right one is heard while the account is closed to guesses. */
  code: z.string().max(40).optional(),
});
export type SignInInput = z.infer<typeof SignInInput>;

export const UserInput = z.strictObject({
  email: emailAddress,
  name: displayName(80),
  password: newPassword,
  role: z.enum(ROLES),
  language: z.enum(LOCALES).optional(),
});
export type UserInput = z.infer<typeof UserInput>;

export const SetupInput = z.strictObject({
  token: z.string().min(1).max(100),
  language: z.enum(LOCALES),
  name: displayName(80),
  email: emailAddress,
  password: newPassword,
  /** Of the system, as the settings have them; what is not given stays as it is. */
  timeZone: shortText(64).refine(isTimeZone, flaw('time_zone')).optional(),
  currency: shortText(3).refine(isCurrency, flaw('currency')).optional(),
  country: shortText(2).refine(isCountry, flaw('country')).optional(),
});
export type SetupInput = z.infer<typeof SetupInput>;

export const PreferencesInput = z.strictObject({
  name: displayName(80).optional(),
  language: z.enum(LOCALES).optional(),
  mode: z.enum(MODES).optional(),
  /** The company to look at; null: all of them. */
  companyId: z.uuid().nullable().optional(),
});
export type PreferencesInput = z.infer<typeof PreferencesInput>;

export const PasswordInput = z.strictObject({
  currentPassword: z.string().min(1).max(PASSWORD_MAX),
  newPassword,
});
export type PasswordInput = z.infer<typeof PasswordInput>;

export const ConfirmInput = z.strictObject({ password: z.string().min(1).max(PASSWORD_MAX) });
export type ConfirmInput = z.infer<typeof ConfirmInput>;

export const SessionRef = z.strictObject({ id: z.uuid() });
export type SessionRef = z.infer<typeof SessionRef>;

export type SessionView = {
  id: string;
  ip: string | null;
  userAgent: string | null;
  current: boolean;
  lastSeenAt: string;
  createdAt: string;
};
