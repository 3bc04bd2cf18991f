import { expect, it } from 'vitest';
import { answerWords } from './answer-words';

/** As Gmail, Apple Mail, Outlook and Thunderbird write them, in their languages. */
it.each([
  [
    'Thank you!\n\nOn Fri, Nov 28, 2026 at 9:13 AM Clinic <clinic@example.com> wrote:\n\n> Your receipt',
    'Thank you!',
  ],
  [
    'Gracias, ya lo recibí.\r\n\r\nEl vie, 28 nov 2026 a las 9:13, Clínica San Rafael (<clinica@example.com>)\r\nescribió:\r\n\r\n> Su recibo',
    'Gracias, ya lo recibí.',
  ],
  ['Danke\n\nAm 28.11.26 um 09:13 schrieb Klinik:\n> Ihr Beleg', 'Danke'],
  [
    'No puedo abrir el archivo.\n\n-----Mensaje original-----\nDe: Clínica\nPara: Ana',
    'No puedo abrir el archivo.',
  ],
  [
    'Is it paid?\n\n________________________________\nFrom: Clinic <clinic@example.com>\nSent: Friday',
    'Is it paid?',
  ],
  ['Yes.\n\nFrom: clinic@example.com\nSent: Friday', 'Yes.'],
  ['> Did it arrive?\n\nYes, it did.', 'Yes, it did.'],
  [
    'On Fri, Nov 28, 2026 at 9:13 AM Clinic <clinic@example.com> wrote:\n> Paid?\nYes.',
    'On Fri, Nov 28, 2026 at 9:13 AM Clinic <clinic@example.com> wrote:\nYes.',
  ],
  ['On Monday I wrote to you: nobody answered', 'On Monday I wrote to you: nobody answered'],
  ['> all of it is quoted', ''],
  ['', ''],
])('of %j are %j', (text, words) => {
  expect(answerWords(text)).toBe(words);
});

it('are cut where they are long, and never through a character', () => {
  expect(answerWords(`${'a'.repeat(1_999)}😀`)).toBe(`${'a'.repeat(1_999)}\ufffd`);
});
