import { z } from 'zod';
import { flaw } from '@/lib/flaws';
import type { SecretView } from '@/lib/providers/schema';
import { displayName, singleLine } from '@/lib/validation';

export const KeyInput = z.strictObject({
  label: displayName(80).describe('Tells this key from the others.'),
  secrets: z
    .record(z.string(), z.string().min(1).max(10_000))
    .refine((secrets) => Object.keys(secrets).length > 0, flaw('secret_needed')),
  scopes: singleLine(500)
    .optional()
    .describe('What the key may do at the provider, as a note: "send only, no account settings".'),
  activate: z.boolean().default(false).describe('Use it from now on.'),
});
export type KeyInput = z.input<typeof KeyInput>;

/** A key as the API and the panel see it; the secrets themselves are never in it. */
export type KeyView = {
  id: string;
  label: string;
  scopes: string | null;
  active: boolean;
  secrets: Record<string, SecretView>;
  /** Another one took its place: from then on it is ended at the service. */
  endsAt: string | null;
  /** It has to be ended at the service by a person: nobody knows what that calls it. */
  endedByHand: boolean;
  createdAt: string;
  updatedAt: string;
};
