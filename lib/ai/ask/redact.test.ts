import { describe, expect, it } from 'vitest';
import { Redactor } from './redact';

const PIECES: [string, string][] = [
  ['an address', 'Juan.Perez+bills@clinica.com.py'],
  ['a phone number', '+595 981 234-567'],
  ['a phone number of the country', '(021) 555 0100'],
  ['a card (of the test numbers of card networks)', '4111 1111 1111 1111'],
  ['an IBAN (the example of ISO 13616)', 'GB82 WEST 1234 5698 7654 32'],
  ['a RUC of Paraguay', '80012345-6'],
  ['a RUT of Chile', '12.345.678-5'],
  ['an identity card', '4.567.890'],
  ['a link of one person without its scheme', 'www.pay.example.com/i/8f3a?u=juan'],
  ['a link of one person', 'https://pay.example.com/i/8f3a?u=juan&t=s3cret'],
];

describe.each(PIECES)('%s', (_what, piece) => {
  it('is hidden, and put back', () => {
    const redactor = new Redactor(true);
    const text = `Before ${piece} and after.`;
    const hidden = redactor.hide({ text: [text, text] });
    expect(JSON.stringify(hidden)).not.toContain(piece);
    expect(hidden.text[0]).toBe(hidden.text[1]);
    expect(redactor.restore(hidden)).toEqual({ text: [text, text] });
  });
});

it.each(['550 5.1.1 User unknown', '2026-11-30', '421 4.7.0', '⟦v1⟧ and ⟦v12⟧', 'Order 12345', '10:30'])(
  'leaves %j as it is',
  (text) => expect(new Redactor(true).hide(text)).toBe(text),
);

it('keeps the domain, which tells what a bounce is about', () => {
  expect(new Redactor(true).hide('<ana@hospital.example>')).toBe('<person1@hospital.example>');
});

it('knows twelve people apart', () => {
  const redactor = new Redactor(true);
  const text = Array.from({ length: 12 }, (_, n) => `p${n}@x.example`).join(' ');
  expect(redactor.restore(redactor.hide(text))).toBe(text);
});

it('leaves all as it is where a person switched it off', () => {
  expect(new Redactor(false).hide('ana@x.example')).toBe('ana@x.example');
});
