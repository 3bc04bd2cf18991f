import type { z } from 'zod';
import { upsertContact } from '@/lib/contacts/save';
import { ContactInput, type StoredContact } from '@/lib/contacts/schema';
import { testContext } from './factories';

let count = 0;

/** Somebody new, with a key and an address, unless told otherwise. */
export function makeContact(input: Partial<z.input<typeof ContactInput>> = {}): Promise<StoredContact> {
  const defaults = { key: `person-${++count}`, name: 'Ana Benítez', email: `ana${count}@example.com` };
  return upsertContact(testContext, ContactInput.parse({ ...defaults, ...input }));
}
