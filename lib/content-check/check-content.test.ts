import { describe, expect, it } from 'vitest';
import { LOCALES } from '@/lib/i18n/locales';
import { translator } from '@/lib/i18n/translate';
import { DEFAULT_SETTINGS } from '@/lib/settings/schema';
import { cpuMs } from '@/lib/testing/cpu';
import { findIn, scoreOf } from './check-content';
import { readHtml } from './read-html';
import { type Given, readWritten } from './read-written';
import { CONTENT_CODES } from './rules';

const receipt = { subject: 'Receipt 13', category: 'transactional' as const };
const WORDS = '<p>Thank you for your visit on Monday. Your receipt is attached to this message.</p>';

const codes = async (given: Partial<Given>) => {
  const written = await readWritten({ ...receipt, ...given }, DEFAULT_SETTINGS.delivery);
  return findIn(written).map(({ code }) => code);
};

describe('what is held against a message', () => {
  it.each<[string, Partial<Given>, string[]]>([
    ['nothing: a plain receipt', { text: 'Thank you.' }, []],
    ['nothing: a receipt in HTML, as people write it', { html: WORDS }, []],
    ['no subject', { subject: ' ', text: 'Thank you.' }, ['subject_empty']],
    ['capitals', { subject: 'ÚLTIMA OPORTUNIDAD', text: 'Hola' }, ['subject_capitals']],
    ['but not a short name', { subject: 'RUC 80012345-6', text: 'Hola' }, []],
    ['exclamation marks', { subject: '¡Gratis!!', text: 'Hola' }, ['subject_exclamations']],
    ['but not one', { subject: '¡Feliz cumpleaños!', text: 'Hola' }, []],
    ['only an image', { html: '<img src="https://a.example/x.png" alt="Sale">' }, ['image_only']],
    ['an image without alt', { html: `${WORDS}<img src="x.png">` }, ['alt_missing']],
    ['but an empty alt is one', { html: `${WORDS}<img src="x.png" alt="">` }, []],
    [
      'a link that shows another firm',
      { html: `${WORDS}<a href="https://evil.example/">www.bank.com</a>` },
      ['link_differs'],
    ],
    [
      'even in the middle of words',
      { html: `${WORDS}<a href="https://evil.example/">Go to <b>https://bank.com</b>/x now</a>` },
      ['link_differs'],
    ],
    [
      'even in entities',
      { html: `${WORDS}<a href="https&#58;//evil.example/">bank&#46;com</a>` },
      ['link_differs'],
    ],
    [
      'but not a part of the same site',
      { html: `${WORDS}<a href="https://shop.bank.com/x?y">bank.com</a>` },
      [],
    ],
    ['nor the name of a file', { html: `${WORDS}<a href="https://files.example/7">factura.pdf</a>` }, []],
    ['nor an address', { html: `${WORDS}<a href="mailto:ana@bank.com">ana@bank.com</a>` }, []],
    ['a shortener', { html: `${WORDS}<a href="https://bit.ly/3x">See</a>` }, ['link_shortener']],
    ['a number for a name', { html: `${WORDS}<a href="https://192.0.2.7/x">See</a>` }, ['link_host']],
    ['no encryption', { html: `${WORDS}<a href="http://shop.example/">See</a>` }, ['link_http']],
    ['a script', { html: `${WORDS}<script>alert(1)</script>` }, ['script']],
    ['an attribute that is one', { html: `${WORDS}<p onclick="x()">Hi</p>` }, ['script']],
    ['a link that is one', { html: `${WORDS}<a href=" java\nscript:x()">Hi</a>` }, ['script']],
    ['a form', { html: `${WORDS}<form action="https://a.example"></form>` }, ['form']],
    ['a frame', { html: `${WORDS}<iframe src="https://a.example"></iframe>` }, ['embedded']],
    ['a tag that nothing closes', { html: `<div>${WORDS}<b>Bye` }, ['html_broken']],
    ['a tag that closes nothing', { html: `${WORDS}</table>` }, ['html_broken']],
    [
      'but not what HTML lets one leave out',
      { html: `<ul><li>One<li>Two</ul><table><tr><td>Three</table><br>${WORDS}<p>Four` },
      [],
    ],
    ['102 KB and more', { html: `${WORDS}<!--${'x'.repeat(102 * 1024)}-->` }, ['clipped']],
    ['marketing without a way out', { category: 'marketing', html: WORDS }, ['unsubscribe_missing']],
    [
      'but not with one',
      { category: 'marketing', html: `${WORDS}<a href="https://a.example/u">Darse de baja</a>` },
      [],
    ],
    ['nor with one in the text', { category: 'marketing', text: 'Unsubscribe: https://a.example/u' }, []],
  ])('%s', async (_, given, expected) => expect(await codes(given)).toEqual(expected));

  it('says that text is missing only where none is made of the HTML', async () => {
    const { delivery } = DEFAULT_SETTINGS;
    const off = { ...delivery, content: { ...delivery.content, textFromHtml: false } };
    const found = findIn(await readWritten({ ...receipt, html: WORDS }, off));
    expect(found.map(({ code }) => code)).toEqual(['text_missing']);
  });

  it('adds up, to a hundred at most', async () => {
    const html = '<script></script><form></form><a href="http://192.0.2.7/">bank.com</a><iframe></iframe>';
    const found = findIn(
      await readWritten({ ...receipt, category: 'marketing', html }, DEFAULT_SETTINGS.delivery),
    );
    expect(scoreOf(found)).toBe(100);
    expect(scoreOf(findIn(await readWritten({ ...receipt, text: 'x' }, DEFAULT_SETTINGS.delivery)))).toBe(0);
  });
});

it.each(LOCALES)('has a sentence and a remedy for each: %s', (locale) => {
  const values = { count: 2, example: 'x', letters: 3, kb: 120, max: 102 };
  for (const code of CONTENT_CODES)
    for (const part of ['what', 'fix']) {
      expect(translator(locale).has(`content.${code}.${part}`)).toBe(true);
      expect(translator(locale)(`content.${code}.${part}`, values)).not.toMatch(/[{}]/);
    }
});

describe('2 MB of the worst HTML', () => {
  const size = 2 * 1024 * 1024;
  const fill = (piece: string) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
  it.each([
    ['tags that nothing closes', fill('<b>')],
    ['and as many that close nothing', fill('<b>').slice(0, size / 2) + fill('</i>').slice(0, size / 2)],
    ['closed far away', `${fill('<b>').slice(0, size / 2)}${fill('</b>').slice(0, size / 2)}`],
    ['links', fill('<a href="http://www.a.example/">www.b.com')],
    ['one link full of text', `<a href="x">${fill('www.')}`],
    ['one attribute', `<a href="${fill('&#119;')}">`],
    ['attributes', `<a ${fill('x=1 ')}>`],
    ['the beginnings of tags', fill('<')],
    ['entities', fill('&amp')],
    ['a comment', `<!--${fill('-')}`],
    ['words to unsubscribe by', fill('cancelar la suscri ')],
  ])('%s: read at once', async (_, html) => {
    const started = cpuMs();
    findIn(
      await readWritten({ ...receipt, category: 'marketing', html, text: html }, DEFAULT_SETTINGS.delivery),
    );
    expect(cpuMs() - started).toBeLessThan(3_000);
  });

  it('costs four times as much where there is four times as much', async () => {
    const time = async (html: string) => {
      const started = cpuMs();
      await readHtml(html);
      return cpuMs() - started;
    };
    // The best of some, as others use the machine too.
    const best = async (bytes: number) => {
      const html = fill('<b>').slice(0, bytes / 2) + fill('</i>').slice(0, bytes / 2);
      return Math.min(await time(html), await time(html), await time(html));
    };
    const [small, large] = [await best(size / 4), await best(size)];
    expect(large / small).toBeLessThan(16);
  });
});
