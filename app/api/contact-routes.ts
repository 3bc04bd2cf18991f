import * as contactsByIdDuplicates from './v1/contacts/[id]/duplicates/route';
import * as contactsByIdMerge from './v1/contacts/[id]/merge/route';
import * as contactsByIdPreferences from './v1/contacts/[id]/preferences/route';
import * as contactsById from './v1/contacts/[id]/route';
import * as contactsByIdStory from './v1/contacts/[id]/story/route';
import * as contactsBatch from './v1/contacts/batch/route';
import * as contactsImport from './v1/contacts/import/route';
import * as contacts from './v1/contacts/route';
import * as contactsCsv from './v1/contacts.csv/route';

/** Those of contacts; a part of `routes.ts`. */
export const CONTACT_ROUTES = {
  '/api/v1/contacts': contacts,
  '/api/v1/contacts/batch': contactsBatch,
  '/api/v1/contacts/import': contactsImport,
  '/api/v1/contacts/[id]': contactsById,
  '/api/v1/contacts.csv': contactsCsv,
  '/api/v1/contacts/[id]/duplicates': contactsByIdDuplicates,
  '/api/v1/contacts/[id]/merge': contactsByIdMerge,
  '/api/v1/contacts/[id]/preferences': contactsByIdPreferences,
  '/api/v1/contacts/[id]/story': contactsByIdStory,
};
