import { z } from 'zod';
import { emailAddress, shortText } from '@/lib/validation';

/** What a person types to add one. */
export const AddInput = z.strictObject({
  address: shortText(254).trim().pipe(emailAddress),
  scope: z.enum(['all', 'marketing']),
  reason: shortText(500).trim(),
  /** Its key; empty: for all companies. */
  company: z.string().optional(),
});
