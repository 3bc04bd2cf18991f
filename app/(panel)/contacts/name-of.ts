import { ADDRESS_NAMES } from '@/lib/contacts/address-names';
import type { ContactView } from '@/lib/contacts/schema';

/** What there is to call them by: one of these there always is. */
export function nameOf(contact: ContactView): string {
  const { name, key } = contact;
  return name ?? key ?? ADDRESS_NAMES.map((each) => contact[each]).find((value) => value !== null) ?? '';
}
