import { expect, it } from 'vitest';
import { splitMailboxes } from './address-list';

it.each([
  ['ana@example.com', ['ana@example.com']],
  ['ana@example.com, bo@example.com;cy@example.com', ['ana@example.com', 'bo@example.com', 'cy@example.com']],
  ['ana@example.com\r\nbo@example.com\n\n', ['ana@example.com', 'bo@example.com']],
  ['ana@example.com bo@example.com', ['ana@example.com', 'bo@example.com']],
  // RFC 5322, 3.4: a comma in a name stands in quotes.
  ['"Pérez, Ana" <ana@example.com>, bo@example.com', ['"Pérez, Ana" <ana@example.com>', 'bo@example.com']],
  ['"Pé\\"rez, Ana" <ana@example.com>,b@c.de', ['"Pé\\"rez, Ana" <ana@example.com>', 'b@c.de']],
  // As Outlook writes it.
  [
    'Pérez, Ana <ana@example.com>; Lee, Bo <bo@example.com>',
    ['Pérez, Ana <ana@example.com>', 'Lee, Bo <bo@example.com>'],
  ],
  ['Ana <ana@example.com>, Bo <bo@example.com>', ['Ana <ana@example.com>', 'Bo <bo@example.com>']],
  // What is wrong stays by itself, so that it can be named.
  ['nobody, ana@example.com', ['nobody', 'ana@example.com']],
  ['nobody; Ana <ana@example.com>', ['nobody', 'Ana <ana@example.com>']],
  ['ana@example.com, nobody', ['ana@example.com', 'nobody']],
  ['say "hi, ana@example.com', ['say "hi', 'ana@example.com']],
  [' , ;; \n', []],
])('%j', (list, mailboxes) => {
  expect(splitMailboxes(list)).toEqual(mailboxes);
});
