'use server';

import { z } from 'zod';
import { upsertContact } from '@/lib/contacts/save';
import { ContactInput, ContactPatch, MergeInput } from '@/lib/contacts/schema';
import { deleteContact, updateContact } from '@/lib/contacts/update';
import { action } from '@/lib/http/action';
import { updatePreferences } from '@/lib/notifications/preferences/save';
import { PreferencesPatch } from '@/lib/notifications/preferences/schema';
import { mergeContacts } from '@/lib/recipients/merge-contacts';

const Ref = z.strictObject({ id: z.uuid() });

export const saveContactAction = action({ may: 'contacts.write' }, ContactInput, upsertContact);

export const updateContactAction = action(
  { may: 'contacts.write' },
  z.strictObject({ ...ContactPatch.shape, ...Ref.shape }),
  updateContact,
);

export const deleteContactAction = action({ may: 'contacts.write' }, Ref, deleteContact);

export const updateContactPreferencesAction = action(
  { may: 'contacts.write' },
  z.strictObject({ ...PreferencesPatch.shape, ...Ref.shape }),
  updatePreferences,
);

export const mergeContactsAction = action(
  { may: 'contacts.write' },
  z.strictObject({ ...MergeInput.shape, ...Ref.shape }),
  mergeContacts,
);
