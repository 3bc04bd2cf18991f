import type { Language } from '../blocks/block';
import { PLAIN_COLOR } from '../blocks/brand';
import { toMjml } from '../blocks/to-mjml';
import { toText } from '../blocks/to-text';
import { compileMjml } from '../engine/compile-mjml';
import { renderHtml, renderText } from '../engine/engine';
import { tidyText } from '../tidy-text';
import type { Starter } from './starter';

/** A company for pictures and tests. */
export const EXAMPLE_COMPANY = {
  name: 'Colegio San Rafael',
  address: 'Av. España 1240, Asunción',
  support_email: 'hola@sanrafael.example',
  support_phone: '+595 21 555 0100',
  website: 'https://sanrafael.example',
};

/** A starter with its own examples, or with nothing but what it needs. `compile`: of a browser, which has no thread of ours beside it. */
export async function renderStarter(
  starter: Starter,
  language: Language,
  only: 'all' | 'required' = 'all',
  compile: (mjml: string) => Promise<{ html: string; errors: { message: string }[] }> = compileMjml,
) {
  const { subject, preheader, document, sms } = starter.texts[language];
  const around = {
    brand: { company: EXAMPLE_COMPANY.name, color: PLAIN_COLOR, logo: null },
    language,
    preheader,
  };
  const mjml = toMjml(document, around);
  const { html, errors } = await compile(mjml);
  const locale = {
    language: language === 'es' ? 'es-PY' : 'en',
    timeZone: 'America/Asuncion',
    currency: 'PYG',
  };
  const scope = scopeOf(starter, only);
  return {
    mjml,
    compiled: html,
    errors,
    html: errors.length === 0 ? renderHtml(html, scope, locale) : '',
    text: tidyText(renderText(toText(document, around), scope, locale)),
    subject: renderText(subject, scope, locale),
    preheader: renderText(preheader, scope, locale),
    sms: renderText(sms, scope, locale),
  };
}

function scopeOf({ variables }: Starter, only: 'all' | 'required') {
  const used = variables.filter(({ required }) => required || only === 'all');
  return {
    company: EXAMPLE_COMPANY,
    recipient: { email: 'ana@correo.example', ...(only === 'all' ? { name: 'Ana Benítez' } : {}) },
    message: { id: '019a0000-0000-7000-8000-000000000000' },
    unsubscribe_url: 'https://relevo.example/u/abc',
    preferences_url: 'https://relevo.example/u/preferences/abc',
    now: '2026-11-27T12:00:00Z',
    ...Object.fromEntries(used.map(({ name, example }) => [name, example])),
  };
}
