import { expect, it } from 'vitest';
import { toWordsQuery, wordsOf } from './words';

it('a message is found by its words without accents, its addresses whole and in parts, tags and category', () => {
  const words = wordsOf({
    subject: 'Recibo de N.º 13: ¡Señor Núñez! 领收',
    recipients: [{ address: 'Ana.Lopez@Cliente.com.py', name: 'Eva María' }, { address: 'josé@ups.com' }],
    tags: ['receipt'],
    category: 'transactional',
  });
  expect(words.toSorted()).toEqual(
    [
      ...['recibo', '13', 'senor', 'nunez', '领收', 'lopez', 'cliente', 'eva', 'maria', 'jose', 'ups'],
      ...['=ana.lopez@cliente.com.py', '=josé@ups.com', '#receipt', '%transactional'],
    ].toSorted(),
  );
});

it.each([
  [{ q: 'Núñez 13' }, "('nunez':* | '=nunez':*) & '13'"],
  [{ q: 'Ana.Lopez@Cli' }, "'=ana.lopez@cli':*"],
  [{ q: '<ana@cliente.example>,' }, "'=ana@cliente.example':*"],
  [{ q: "o'brien@x.example \\ & | !" }, "'=o''brien@x.example':*"],
  [{ q: ' .,- de' }, null],
  [{ to: 'Ana@Cliente.example', tag: 'a:b' }, "'=ana@cliente.example' & '#a:b'"],
  [{ category: 'marketing', q: 'receipt' }, "'%marketing' & ('receipt':* | '=receipt':*)"],
  [{}, null],
])('%j asks for %j', (filter, query) => {
  expect(toWordsQuery(filter)).toBe(query);
});

it('a subject of any length has a bounded number of words', () => {
  const subject = Array.from({ length: 400 }, (_, n) => `w${n}`).join(' ');
  expect(wordsOf({ subject, recipients: [], tags: [], category: 'x' })).toHaveLength(201);
});
