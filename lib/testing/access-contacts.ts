/** Who may what with contacts; a part of `access-list.ts`. */
export const CONTACT_ENDPOINTS = {
  'GET /api/v1/contacts': 'contacts:read',
  'POST /api/v1/contacts': 'contacts:write',
  'POST /api/v1/contacts/batch': 'contacts:write',
  'POST /api/v1/contacts/import': 'contacts:write',
  'GET /api/v1/contacts/[id]': 'contacts:read',
  'PATCH /api/v1/contacts/[id]': 'contacts:write',
  'DELETE /api/v1/contacts/[id]': 'contacts:write',
  'GET /api/v1/contacts.csv': 'contacts:read',
  'GET /api/v1/contacts/[id]/duplicates': 'contacts:read',
  'POST /api/v1/contacts/[id]/merge': 'contacts:write',
  'GET /api/v1/contacts/[id]/preferences': 'contacts:read',
  'PATCH /api/v1/contacts/[id]/preferences': 'contacts:write',
  'GET /api/v1/contacts/[id]/story': 'messages:read',
};

export const CONTACT_ACTIONS = {
  'app/(panel)/contacts/actions.ts saveContactAction': 'technician',
  'app/(panel)/contacts/actions.ts updateContactAction': 'technician',
  'app/(panel)/contacts/actions.ts deleteContactAction': 'technician',
  'app/(panel)/contacts/actions.ts mergeContactsAction': 'technician',
  'app/(panel)/contacts/actions.ts updateContactPreferencesAction': 'technician',
};
