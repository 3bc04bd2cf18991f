import { describe, expect, it } from 'vitest';
import { VersionInput } from '@/lib/templates/schema';
import { useTestDatabase } from '@/lib/testing/database';
import { testContext } from '@/lib/testing/factories';
import { draftTemplate, templateOf } from '@/lib/testing/templates';
import { publishVersion } from './publish';
import { saveVersion } from './save-version';

useTestDatabase();

const faultsOf = (id: string) =>
  publishVersion(testContext, { id }).then(
    () => [],
    (error) => error.errors.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`),
  );

describe('publishing', () => {
  it.each([
    [
      'undeclared',
      '<p>{{ a }} {{ b | default: "x" }}</p>',
      ['variables template_undeclared', 'variables template_undeclared'],
    ],
    ['a link that runs code', '<a href="javascript:alert(1)">x</a>', ['texts.es.source template_unsafe']],
    ['a script', '<script>alert(1)</script>', ['texts.es.source template_unsafe']],
    [
      'an unknown filter',
      '<p>{{ now | sha256 }}</p>',
      ['texts.es.source template_liquid', 'texts.es.text template_liquid'],
    ],
    [
      'a file',
      '{% include "/etc/passwd" %}',
      ['texts.es.source template_liquid', 'texts.es.text template_liquid'],
    ],
    [
      'an endless loop',
      '{% for i in (1..9000) %}{% for j in (1..9000) %}{{ j }}{% endfor %}{% endfor %}',
      ['texts.es.source template_loops'],
    ],
    [
      '10 MB',
      `{% for i in (1..400) %}${'x'.repeat(25_000)}{% endfor %}`,
      ['texts.es.source template_too_long'],
    ],
    [
      'a way to prototypes',
      '<p>{{ now.constructor.constructor }}</p>',
      ['texts.es.source template_undefined'],
    ],
    ['nothing', '  ', ['texts.es.source required']],
    [
      'a link to a number',
      '<a href="http://192.0.2.1/pay">Pagar</a>',
      ['texts.es.source template_link_host'],
    ],
    [
      'a link that goes elsewhere',
      '<a href="https://other.example/">www.bank.com</a>',
      ['texts.es.source template_link_differs'],
    ],
    [
      'a picture without words',
      '<img src="https://x.example/a.png">',
      ['texts.es.source template_alt_missing'],
    ],
  ])('is refused for %s', async (_what, source, codes) => {
    const { id } = await draftTemplate(templateOf(source));
    expect((await faultsOf(id)).toSorted()).toEqual(codes);
  });

  it('is refused for marketing that nobody can unsubscribe from, in any of its languages', async () => {
    const way = '<a href="{{ unsubscribe_url }}">Unsubscribe</a>';
    const en = { subject: 'News', source: `<p>News</p>${way}`, kind: 'html' as const };
    const { texts } = templateOf('<p>Novedades</p>');
    const { id, current } = await draftTemplate({
      category: 'newsletters',
      fallbackLanguage: 'en',
      texts: { en, ...texts },
      variables: [],
    });
    expect(current.problems).toMatchObject([
      { language: 'es', field: 'source', code: 'template_unsubscribe_missing' },
    ]);
    expect(await faultsOf(id)).toEqual(['texts.es.source template_unsubscribe_missing']);
    const mended = { en, es: { ...en, subject: 'Novedades' } };
    await saveVersion(testContext, { ...VersionInput.parse({ texts: mended }), id });
    expect((await publishVersion(testContext, { id })).published).toBe(2);
  });

  it('is refused where an optional variable is used unguarded, or a required one has no example', async () => {
    const unguarded = await draftTemplate(
      templateOf('<p>{{ grade }}</p>', [{ name: 'grade', example: '5' }]),
    );
    expect(await faultsOf(unguarded.id)).toEqual(['texts.es.source template_undefined']);
    const bare = await draftTemplate(templateOf('<p>{{ grade }}</p>', [{ name: 'grade', required: true }]));
    expect(await faultsOf(bare.id)).toEqual(['variables template_example']);
  });
});
