import { expect, it } from 'vitest';
import { AppError } from './errors';
import { problemBody } from './http/problem';
import { LOCALES } from './i18n/locales';
import { messagesOf } from './i18n/messages';
import { translator } from './i18n/translate';
import { REFUSALS, refusal } from './refusals';

it('has a sentence for every reason, in every language', () => {
  for (const locale of LOCALES)
    expect(Object.keys(messagesOf(locale).refusals as object).sort()).toEqual([...REFUSALS].sort());
});

it('is told to programs by code, and to people in their language', () => {
  const error = new AppError(
    'conflict',
    'Main has 10 keys.',
    refusal('too_many_keys', { name: 'Main', max: 10 }),
  );
  expect(problemBody(error, 'id')).toMatchObject({
    code: 'conflict',
    detail: 'Main has 10 keys.',
    reason: { code: 'too_many_keys', params: { name: 'Main', max: 10 } },
  });
  expect(translator('es')('refusals.too_many_keys', { name: 'Main', max: 10 })).toBe(
    'Main ya tiene 10 claves. Elimine antes una.',
  );
});

it('counts only what a company still has', () => {
  const params = {
    name: 'Taller',
    providers: 1,
    tokens: 0,
    messages: 2,
    mailboxes: 1,
    domains: 2,
    others: 3,
  };
  expect(translator('en')('refusals.company_in_use', params)).toBe(
    'Taller still has 1 provider, 2 waiting messages, 1 bounce mailbox, 2 domains. Delete or move them first.',
  );
  expect(translator('es')('refusals.company_in_use', params)).toBe(
    'Taller todavía tiene 1 proveedor, 2 mensajes en espera, 1 buzón de rebotes, 2 dominios. Elimínelos o muévalos antes.',
  );
});
