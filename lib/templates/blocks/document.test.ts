import { describe, expect, it } from 'vitest';
import { compileMjml } from '../engine/compile-mjml';
import { renderHtml } from '../engine/engine';
import { PLAIN_COLOR } from './brand';
import { BlockDocument, MAX_BLOCKS, type WrittenDocument } from './document';
import { expandSections } from './expand';
import { BLOCK_KINDS, BLOCKS } from './registry';
import { richText } from './rich-text/write';
import { toMjml } from './to-mjml';
import { toText } from './to-text';

const AROUND = { brand: { company: 'A "B" <C>', color: PLAIN_COLOR, logo: null }, language: 'es' as const };
const LOCALE = { language: 'es', timeZone: 'America/Asuncion', currency: 'PYG' };
const COMPANY = { name: 'Taller', address: 'Ruta 2' };

type Column = { blocks: unknown[]; width?: number };
function documentOf(blocks: unknown[], section: object = {}): BlockDocument {
  const columns: Column[] = [{ blocks }];
  return BlockDocument.parse({
    v: 1,
    sections: [{ kind: 'columns', id: 's1', columns, ...section }],
  } as WrittenDocument);
}
async function htmlOf(document: BlockDocument, scope: object = {}) {
  const { html, errors } = await compileMjml(toMjml(document, AROUND));
  expect(errors).toEqual([]);
  return renderHtml(html, { company: COMPANY, ...scope }, LOCALE);
}

describe('each kind of block', () => {
  it.each(BLOCK_KINDS)(
    '%s is drawn as it is first put in, without an error of MJML, in both languages',
    async (kind) => {
      for (const language of ['en', 'es'] as const) {
        const document = documentOf([{ id: 'b1', kind, ...BLOCKS[kind].defaults(language) }]);
        const { errors, html } = await compileMjml(toMjml(document, { ...AROUND, language }));
        expect(errors).toEqual([]);
        if (kind !== 'spacer') expect(html).toContain('rb-b1');
        expect(typeof toText(document, AROUND)).toBe('string');
      }
    },
  );

  it('lets no word of its own become markup', async () => {
    const evil = '"><script>alert(1)</script>';
    const document = documentOf([
      { id: 'a', kind: 'heading', text: evil, eyebrow: evil },
      { id: 'b', kind: 'text', content: richText(evil) },
      { id: 'c', kind: 'button', label: evil, href: 'https://a.example/?q={{ evil }}' },
      { id: 'd', kind: 'image', src: 'https://a.example/a.png', alt: evil },
      { id: 'e', kind: 'facts', rows: [{ label: evil, value: evil }] },
      { id: 'f', kind: 'notice', title: evil, content: richText(evil) },
      { id: 'g', kind: 'figure', label: evil, value: evil, note: evil },
      { id: 'h', kind: 'steps', steps: [{ title: evil, text: evil }] },
      { id: 'i', kind: 'header', aside: evil },
      { id: 'j', kind: 'footer', reason: evil },
    ]);
    const html = await htmlOf(document, { evil });
    expect(html).not.toContain('<script');
    expect(html.match(/&lt;script&gt;/g)!.length).toBeGreaterThan(12);
  });
});

describe('conditions and repeats', () => {
  const shown = async (showIf: object, scope: object) =>
    (await htmlOf(documentOf([{ id: 'b1', kind: 'heading', text: 'Hola', showIf }]), scope)).includes('Hola');
  it.each([
    [{ variable: 'a', is: 'present' }, { a: 'x' }, true],
    [{ variable: 'a', is: 'present' }, {}, false],
    [{ variable: 'a', is: 'present' }, { a: '' }, false],
    [{ variable: 'a', is: 'present' }, { a: [] }, false],
    [{ variable: 'a.b', is: 'present' }, { a: { b: 1 } }, true],
    [{ variable: 'a.b', is: 'present' }, {}, false],
    [{ variable: 'a', is: 'missing' }, {}, true],
    [{ variable: 'a', is: 'missing' }, { a: 'x' }, false],
    [{ variable: 'a', is: 'equal', value: 'x' }, { a: 'x' }, true],
    [{ variable: 'a', is: 'equal', value: 'x' }, {}, false],
    [{ variable: 'a', is: 'unequal', value: 'x' }, {}, true],
    [{ variable: 'a', is: 'above', value: 5 }, { a: 6 }, true],
    [{ variable: 'a', is: 'above', value: 5 }, {}, false],
    [{ variable: 'a', is: 'below', value: 5 }, {}, false],
    [{ variable: 'a', is: 'equal', value: "x' or true" }, { a: 'x' }, false],
  ])('%j with %j', async (showIf, scope, expected) => expect(await shown(showIf, scope)).toBe(expected));

  it('draws a section for each entry, and none without the list', async () => {
    const document = documentOf([{ id: 'b1', kind: 'heading', text: '«{{ each.name }}»' }], {
      repeat: { each: 'list', as: 'each' },
    });
    expect((await htmlOf(document, { list: [{ name: 'A' }, { name: 'B' }] })).match(/«[AB]»/g)).toEqual([
      '«A»',
      '«B»',
    ]);
    expect(await htmlOf(document)).not.toContain('«');
  });
});

describe('a document', () => {
  const heading = (id: string) => ({ id, kind: 'heading', text: 'x' });
  it.each([
    ['two things of one id', [heading('b1'), heading('b1')]],
    ['an unknown kind', [{ id: 'b1', kind: 'script' }]],
    ['a field of no kind', [{ ...heading('b1'), onclick: 'x' }]],
    ['a link that runs', [{ id: 'b1', kind: 'button', label: 'x', href: 'javascript:alert(1)' }]],
    ['a picture within itself', [{ id: 'b1', kind: 'image', src: 'data:image/png;base64,AA', alt: '' }]],
    ['a condition left open', [{ id: 'b1', kind: 'heading', text: '{% if a %}x' }]],
    ['a path to a prototype', [{ ...heading('b1'), showIf: { variable: '__proto__.x y', is: 'present' } }]],
    ['more blocks than a column takes', Array.from({ length: 41 }, (_, index) => heading(`b${index}`))],
  ])('refuses %s', (_, blocks) => expect(() => documentOf(blocks)).toThrow());

  it('has a bound for all blocks together', () => {
    const columns = (section: number) =>
      Array.from({ length: 4 }, (_, column) => ({
        blocks: Array.from({ length: 40 }, (_, index) => heading(`b${section}x${column}x${index}`)),
      }));
    const sections = [1, 2].map((id) => ({ kind: 'columns', id: `s${id}`, columns: columns(id) }));
    const { error } = BlockDocument.safeParse({ v: 1, sections });
    expect(error?.issues[0]?.message).toContain(String(MAX_BLOCKS));
  });
});

describe('components', () => {
  const pointing = (key: string) =>
    BlockDocument.parse({ v: 1, sections: [{ kind: 'component', id: 's1', component: key }] });
  it('are drawn where they are named', async () => {
    const components = new Map([['foot', documentOf([{ id: 'b1', kind: 'heading', text: 'Al pie' }])]]);
    expect(toMjml(pointing('foot'), { ...AROUND, components })).toContain('Al pie');
    expect(toText(pointing('foot'), { ...AROUND, components })).toContain('Al pie');
  });
  it('that hold themselves are named with the way there', () => {
    const components = new Map([
      ['a', pointing('b')],
      ['b', pointing('a')],
    ]);
    const { problems } = expandSections(pointing('a'), components);
    expect(problems).toEqual([{ code: 'component_recursive', at: ['a', 'b', 'a'] }]);
  });
  it('that are missing are named', () =>
    expect(expandSections(pointing('gone'), new Map()).problems).toEqual([
      { code: 'component_missing', at: ['gone'] },
    ]));
  it('are not nested without end', () => {
    const keys = ['a', 'b', 'c', 'd', 'e', 'f'];
    const components = new Map(keys.map((key, index) => [key, pointing(keys[index + 1] ?? 'gone')]));
    expect(expandSections(pointing('a'), components).problems[0]?.code).toBe('component_deep');
  });
});
