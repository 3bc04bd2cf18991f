import { ContactInput, ContactPatch } from '@/lib/contacts/schema';
import {
  ContactAnswer,
  ContactBatchAnswer,
  ContactsImportedAnswer,
  ContactsPage,
  PreferencesAnswer,
  StoredContactAnswer,
} from '../answers/contacts';
import { listOf } from '../answers/parts';
import { StoryAnswer } from '../answers/recipients';
import { named } from '../named';
import type { Operation } from '../operation';
import { FILTERS, PAGE, VERSION } from './filters';

named('ContactInput', ContactInput, 'input');
named('ContactPatch', ContactPatch, 'input');

const person = {
  key: 'What your own programs call them by.',
  phone: 'A number as it is written in the country of the company, or with + and the code of a country.',
  whatsapp: 'Where it is another number than the phone.',
  telegram: 'The id of the chat.',
  slack: 'The id of the person or channel.',
  language: 'Such as `es` or `es-PY`: in which templates are chosen.',
  timeZone: 'Such as `America/Asuncion`.',
  fields: 'Of your own: laid over what is there; null takes one away.',
};
const company = 'Id, key or name; null: for all companies.';

/** People who are written to. */
export const CONTACTS: Record<string, Operation> = {
  'GET /api/v1/contacts': {
    id: 'listContacts',
    tag: 'contacts',
    summary: 'List contacts',
    description: 'Newest first.',
    answer: ContactsPage,
    fields: {
      q: 'A part of the name, of the key or of an address.',
      email: 'Whose address of mail this is, however it is written.',
      company: FILTERS.company,
      ...PAGE,
    },
    example: { query: { q: 'ana', limit: '10' } },
  },
  'POST /api/v1/contacts': {
    id: 'saveContact',
    tag: 'contacts',
    summary: 'Add a contact, or change the one that there is',
    description:
      'Who has this key is changed; without a key, who has this address. What is not named stays as it is; null takes it away. Sent again it changes nothing.',
    answer: StoredContactAnswer,
    fields: { ...person, company },
    example: {
      body: { key: 'C-1042', name: 'Ana Benítez', email: 'ana@example.com', fields: { grade: '5.º' } },
    },
  },
  'POST /api/v1/contacts/batch': {
    id: 'saveContacts',
    tag: 'contacts',
    summary: 'Add or change up to 1,000 contacts',
    description: 'Each is taken or refused by itself, as one alone would be.',
    answer: ContactBatchAnswer,
    fields: { contacts: 'Each as for one alone, without `company`.', company },
    example: {
      body: { contacts: [{ key: 'C-1042', email: 'ana@example.com' }, { email: 'luis@example.com' }] },
    },
  },
  'POST /api/v1/contacts/import': {
    id: 'importContacts',
    tag: 'contacts',
    summary: 'Import a CSV file',
    description:
      'The body is the file (at most 32 MB and 200,000 rows, UTF-8 or Windows-1252, divided by commas, semicolons or tabs), with the names of its columns in the first line. Wrong rows, and those of more than 1,000 cells or 300,000 characters, are told with their line; the others are stored. Imported again it changes nothing. Look first, by `dryRun`.',
    answer: ContactsImportedAnswer,
    fields: {
      company: 'Whose people they are: id, key or name. Without it those of all.',
      columns:
        'What each column is, in their order, divided by commas: `key`, `name`, `email`, `phone`, `whatsapp`, `telegram`, `slack`, `language`, `timeZone`, `fields.` and a name of your own, or `-` to leave one out. Without it as the first line says.',
      dryRun: '`true`: only look what it would come to.',
    },
    errors: ['payload_too_large'],
  },
  'GET /api/v1/contacts/[id]': {
    id: 'getContact',
    tag: 'contacts',
    summary: 'Read a contact',
    answer: ContactAnswer,
    errors: ['not_found'],
  },
  'PATCH /api/v1/contacts/[id]': {
    id: 'updateContact',
    tag: 'contacts',
    summary: 'Change a contact',
    description: 'What is not named stays as it is; null takes it away.',
    answer: ContactAnswer,
    fields: { ...person, version: VERSION },
    errors: ['not_found', 'name_taken', 'changed_meanwhile'],
    example: { body: { language: 'es-PY', fields: { grade: '6.º' } } },
  },
  'DELETE /api/v1/contacts/[id]': {
    id: 'deleteContact',
    tag: 'contacts',
    summary: 'Delete a contact',
    description:
      'What was sent to them stays known by the address; `POST /api/v1/recipients/{address}/erase` deletes that, too.',
    answer: null,
    errors: ['not_found'],
  },
  'GET /api/v1/contacts.csv': {
    id: 'exportContacts',
    tag: 'contacts',
    summary: 'Export contacts as CSV',
    description: 'With the names of columns that an import knows.',
    answer: { file: 'text/csv', description: 'A line for each contact, below one with the names.' },
    fields: { company: FILTERS.company },
    example: {},
  },
  'GET /api/v1/contacts/[id]/duplicates': {
    id: 'listDuplicates',
    tag: 'contacts',
    summary: 'List who may be the same person',
    description: 'Contacts of the same company who have one of the same addresses.',
    answer: named('Duplicates', listOf(ContactAnswer)),
    errors: ['not_found'],
  },
  'POST /api/v1/contacts/[id]/merge': {
    id: 'mergeContacts',
    tag: 'contacts',
    summary: 'Merge another contact into this one',
    description:
      'What the other was told, what is told of, lists and choices move here, and the other is gone. What this one does not know is taken from it; whatever either did not want is not wanted.',
    answer: ContactAnswer,
    fields: { other: 'Id or key of the other.' },
    errors: ['not_found'],
    example: { body: { other: 'C-1042' } },
  },
  'GET /api/v1/contacts/[id]/preferences': {
    id: 'getPreferences',
    tag: 'contacts',
    summary: 'Read what a contact wants to be told',
    description:
      'By type and channel, with the link to the page on which they choose themselves; templates have it as `preferences_url`.',
    answer: PreferencesAnswer,
    errors: ['not_found'],
  },
  'PATCH /api/v1/contacts/[id]/preferences': {
    id: 'updatePreferences',
    tag: 'contacts',
    summary: 'Change what a contact wants to be told',
    description: 'What is not named stays as it is.',
    answer: PreferencesAnswer,
    fields: {
      language: person.language,
      quietHours: 'When their phone is left alone; null: as the company has it.',
      types:
        'By key of the type, by channel: whether they want it. A type that is required cannot be refused.',
      digests:
        'By key of the type, where that may be collected: one mail with all of it, `daily` or `weekly`; null: each at once.',
      version: VERSION,
    },
    errors: ['not_found', 'changed_meanwhile'],
    example: {
      body: { types: { 'low-balance': { sms: false } }, quietHours: { fromHour: 22, untilHour: 7 } },
    },
  },
  'GET /api/v1/contacts/[id]/story': {
    id: 'getStoryOfContact',
    tag: 'contacts',
    summary: 'Tell what happened to a contact',
    description: 'At their address of mail, else at their phone.',
    answer: StoryAnswer,
    fields: PAGE,
    errors: ['not_found'],
  },
};
