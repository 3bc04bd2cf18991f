import { z } from 'zod';
import { CompanyRef } from '@/lib/companies/schema';
import { displayName, uniqueList } from '@/lib/validation';

/** Scopes are `<noun>:read`, `<noun>:write`, and `messages:send`. Only nouns whose API exists are listed. */
export const SCOPES = [
  'companies:read',
  'companies:write',
  'events:read',
  'messages:send',
  'messages:read',
  'messages:write',
  'metrics:read',
  'providers:read',
  'providers:write',
  'settings:read',
  'settings:write',
  'tokens:read',
  'tokens:write',
] as const;
export type Scope = (typeof SCOPES)[number];

export const TokenInput = z.strictObject({
  name: displayName(80),
  scopes: uniqueList(z.enum(SCOPES), 100).min(1, 'at least one scope'),
  /** Days from now; absent: never. */
  expiresInDays: z.number().int().min(1).max(3650).optional(),
  /** Id, key or name: it sees and makes what is of this company only. Null: of all. */
  company: CompanyRef.nullish(),
});
export type TokenInput = z.infer<typeof TokenInput>;

export type TokenView = {
  id: string;
  name: string;
  /** `rlv_abc…wxyz`: enough to recognise, not enough to use. */
  masked: string;
  scopes: string[];
  expiresAt: string | null;
  revokedAt: string | null;
  lastUsedAt: string | null;
  /** Id of the token that made it: it ends with that one. */
  madeBy: string | null;
  /** The key of the company that it is bound to; absent: to none. */
  company?: string;
  createdAt: string;
};
