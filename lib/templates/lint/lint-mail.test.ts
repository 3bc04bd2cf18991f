import { describe, expect, it } from 'vitest';
import { lintMail } from './lint-mail';
import type { LintedMail } from './rules';
import { tellFindings } from './tell-findings';

const GOOD: LintedMail = {
  html: '<html lang="es"><head><style>@media (prefers-color-scheme:dark){p{color:#fff}}</style></head><body><h1>Su turno</h1><p>Le esperamos el martes a las diez en el taller de la Ruta 2.</p><a href="https://taller.example/turno">Ver el turno</a></body></html>',
  text: 'Su turno\n\nLe esperamos el martes a las diez en el taller de la Ruta 2.',
  subject: 'Su turno del martes',
  preheader: 'Le esperamos a las diez en el taller.',
  isMarketing: false,
};
const codes = (mail: Partial<LintedMail>) => lintMail({ ...GOOD, ...mail }).map(({ code }) => code);
const within = (html: string) => codes({ html: GOOD.html.replace('</body>', `${html}</body>`) });

describe('lintMail', () => {
  it('finds nothing in a mail that is as it should be', () => expect(codes({})).toEqual([]));

  it.each([
    ['<script>alert(1)</script>', 'active'],
    ['<p onclick="x()">Hola</p>', 'active'],
    ['<a href="javascript:alert(1)">Pagar</a>', 'unsafe_link'],
    ['<a href="https://192.0.2.1/x">Pagar</a>', 'link_host'],
    ['<a href="https://yo:clave@banco.example/">Pagar</a>', 'link_host'],
    ['<a href="https://malo.example/">www.banco.com</a>', 'link_differs'],
    ['<a href="http://taller.example/">Taller</a>', 'link_http'],
    ['<a href="https://bit.ly/3xyz">Oferta</a>', 'link_shortener'],
    ['<a href="https://taller.example/x">aquí</a>', 'link_words'],
    ['<img src="https://x.example/a.png" width="10" height="10">', 'alt_missing'],
    ['<img src="https://x.example/a.png" alt="foto.png" width="10" height="10">', 'alt_words'],
    ['<img src="https://x.example/a.png" alt="Un auto">', 'image_size'],
    ['<img src="https://x.example/a.webp" alt="Un auto" width="10" height="10">', 'image_kind'],
    ['<p style="font-size:11px">Letra chica</p>', 'small_print'],
    ['<h3>Salto</h3>', 'heading_skipped'],
    ['<table><tr><td>1</td></tr></table>', 'table_head'],
    ['<style>@import "https://x.example/a.css"</style>', 'fetched_style'],
    ['<div style="display:flex">a</div>', 'outlook_style'],
    ['<a href="https://x.example/unsubscribe">Darse de baja</a>', 'unsubscribe_needless'],
  ])('finds %s', (html, code) => expect(within(html)).toContain(code));

  it.each([
    [{ subject: '' }, 'subject_empty'],
    [{ subject: 'a'.repeat(151) }, 'subject_long'],
    [{ subject: 'b'.repeat(61) }, 'subject_wide'],
    [{ subject: 'PAGUE AHORA MISMO' }, 'subject_shouts'],
    [{ subject: 'Re: su cuenta' }, 'subject_faked'],
    [{ preheader: 'Corto' }, 'preheader_length'],
    [{ text: '' }, 'text_missing'],
    [{ isMarketing: true }, 'unsubscribe_missing'],
    [{ html: GOOD.html.replace(' lang="es"', '') }, 'language'],
    [{ html: GOOD.html.replace('prefers-color-scheme', 'max-width') }, 'no_dark'],
    [{ html: GOOD.html + ' '.repeat(101 * 1024) }, 'clipped'],
    [{ html: GOOD.html + ' '.repeat(85 * 1024) }, 'large'],
  ] as const)('finds what is wrong around it: %j', (mail, code) => expect(codes(mail)).toContain(code));

  it('tells what it found in both languages', () => {
    const found = lintMail({ ...GOOD, subject: '' });
    expect(tellFindings(found, 'en')[0]!.what).toBe('The subject is empty.');
    expect(tellFindings(found, 'es')[0]!.what).toBe('El asunto está vacío.');
  });
});
