import * as contactsByIdPreferences from './v1/contacts/[id]/preferences/route';
import * as contactsById from './v1/contacts/[id]/route';
import * as contactsByIdStory from './v1/contacts/[id]/story/route';
import * as contactsBatch from './v1/contacts/batch/route';
import * as contactsImport from './v1/contacts/import/route';
import * as contacts from './v1/contacts/route';

/** Those of contacts; a part of `routes.ts`. */
export const CONTACT_ROUTES = {
  '/api/v1/contacts': contacts,
  '/api/v1/contacts/batch': contactsBatch,
  '/api/v1/contacts/import': contactsImport,
  '/api/v1/contacts/[id]': contactsById,
  '/api/v1/contacts/[id]/preferences': contactsByIdPreferences,
  '/api/v1/contacts/[id]/story': contactsByIdStory,
};
