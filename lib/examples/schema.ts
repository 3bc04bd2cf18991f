import { z } from 'zod';
import { CompanyRef } from '@/lib/companies/schema';
import { EXAMPLE_KEYS, type ExampleKey } from './keys';

export const ExampleInput = z.strictObject({ set: z.enum(EXAMPLE_KEYS), company: CompanyRef.nullish() });
export type ExampleInput = z.output<typeof ExampleInput>;

/** By name of what was there: `added` now, or `known` before and left as it was. */
export type ExampleInstalled = { set: ExampleKey; added: string[]; known: string[] };
