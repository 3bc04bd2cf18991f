import { createHmac } from 'node:crypto';
import { sql } from '@/lib/database/db';
import { erasureKey } from './erasure-key';

/** How it begins: no address does, which has no colon before its `@`. */
const BEGINNING = 'erased:';
const MAC_CHARACTERS = 32;

/**
 * Stands for an address of somebody whose data was deleted, where they must still be recognised: who wants no messages gets none. Takes the
 * address as addresses are compared; the same address has the same form, and only the system's own key leads from one to the other.
 */
export async function formOf(compared: string): Promise<string> {
  return [...(await formsOf([compared])).values()][0]!;
}

export async function formsOf(compared: Iterable<string>): Promise<Map<string, string>> {
  const key = await erasureKey();
  const form = (address: string) =>
    BEGINNING + createHmac('sha256', key).update(address).digest('hex').slice(0, MAC_CHARACTERS);
  return new Map([...compared].map((address) => [address, form(address)]));
}

/** As each may be stored by what tells of it late: somebody whose data was deleted by the form alone. */
export async function storedForms(compared: string[]): Promise<Map<string, string>> {
  if (compared.length === 0) return new Map();
  const forms = await formsOf(compared);
  const rows = await sql()<{ form: string }[]>`
    select distinct form from erasures where form = any(${[...forms.values()]})`;
  const erased = new Set(rows.map(({ form }) => form));
  return new Map([...forms].map(([address, form]) => [address, erased.has(form) ? form : address]));
}
