import { describe, expect, it } from 'vitest';
import { lintMail } from '../lint/lint-mail';
import { drawLetter } from './letter';

const BRAND = {
  name: 'Clínica Sur',
  color: '#0f766e',
  logo: null,
  website: null,
  address: null,
  supportEmail: null,
  supportPhone: null,
  footer: null,
  timeZone: 'America/Asuncion',
  currency: 'PYG',
};
const TEXT =
  'Alguien pidió una contraseña nueva.\n\nhttps://relevo.example/new-password/abc\n\nSi no fue usted:\nno haga nada.';
const draw = (text: string, subject = 'Una contraseña nueva') =>
  drawLetter({ subject, text, language: 'es', brand: BRAND, to: 'ana@example.com' });

describe('drawLetter', () => {
  it('draws paragraphs, lines and the address as a button that shows it', async () => {
    const html = (await draw(TEXT))!;
    expect(html).toContain('<h1');
    expect(html).toContain('href="https://relevo.example/new-password/abc"');
    expect(html).toContain('Si no fue usted:<br>no haga nada.');
    expect(html).toContain('lang="es"');
  });
  it('has nothing to mend', async () => {
    const html = (await draw(TEXT))!;
    const preheader = 'Alguien pidió una contraseña nueva.';
    expect(
      lintMail({ html, text: TEXT, subject: 'Una contraseña nueva', preheader, isMarketing: false }),
    ).toEqual([]);
  });
  it.each(['{{ company.name }}', '{% if x %}', '{{', '<b>x</b>', '{{ \'a" }}'])(
    'takes %s for words',
    async (words) => {
      const html = (await draw(`Dice: ${words}`, words))!;
      expect(html).toContain(
        `Dice: ${words.replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&#34;').replace(/'/g, '&#39;')}`,
      );
    },
  );
});
