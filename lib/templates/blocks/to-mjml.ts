import type { Drawing, Language } from './block';
import type { Brand } from './brand';
import { flowAround } from './condition';
import type { Block, BlockDocument, Column, ColumnsSection } from './document';
import { type Components, type Drawn, drawnOf } from './expand';
import { STRONG_OF_TONE, TONES } from './fields';
import { indentMjml } from './indent-mjml';
import { escapeText } from './liquid-text';
import { legible } from './look/colours';
import { CORNERS, FONTS } from './look/look';
import { classOf, nightRules } from './look/styles';
import { type Shades, type Surface, shadesOf } from './look/surfaces';
import { BLOCKS, type BlockKindName } from './registry';

export type Around = {
  brand: Brand;
  language: Language;
  /** Liquid. */
  preheader?: string;
  components?: Components;
  /** The key of the component that it is itself. */
  within?: string;
};

/** MJML whose words are Liquid. Its colours and sizes are fixed here: Liquid in a typed attribute is refused by MJML. */
export function toMjml(document: BlockDocument, around: Around): string {
  const page = pageOf(document, around);
  const { components, within } = around;
  const drawn = drawnOf(document, components, within).map((each) => drawSection(each, page));
  return withHead(document, around, page, drawn);
}

/** The same for a person to go on with: each element on a line of its own, and components by their names. */
export function toSource(document: BlockDocument, around: Around): string {
  const page = pageOf(document, around);
  const drawn = document.sections.map((section) => {
    if (section.kind === 'columns') return drawSection({ section, around: [] }, page);
    const { before, after } = flowAround(section);
    return `${raw(before)}<mj-include path="component:${section.component}" />${raw(after)}`;
  });
  return indentMjml(withHead(document, around, page, drawn));
}

function withHead(document: BlockDocument, around: Around, page: Page, sections: string[]): string {
  const { look } = document;
  const body = page.shades('page').light;
  return `<mjml lang="${around.language}"><mj-head>${head(document, around, page)}</mj-head><mj-body width="${look.width}px" background-color="${body.ground}" css-class="${classOf('g', 'page')}">${sections.join('')}</mj-body></mjml>`;
}

/** Its sections alone, for within a source in MJML: they have the fonts and colours of their own document. */
export function toSections(document: BlockDocument, around: Around): string {
  const page = pageOf(document, around);
  const sections = drawnOf(document, around.components, around.within).map((each) => drawSection(each, page));
  const own = `font-family="${FONTS[document.look.font]}" line-height="25px" color="${page.shades('plain').light.ink}"`;
  // Of an attribute that stands twice the parser takes the first: what a block says of itself stays.
  return sections.join('').replace(/<mj-(?:text|table)\b[^>]*/g, `$& ${own}`);
}

/** What lays those sections out on a phone. */
export const PHONE_RULES = [
  // Of a picture whose height is said: where it is drawn narrower it stays in its proportions. Outlook reads no media queries.
  '@media (max-width:640px){.pic img{height:auto !important}}',
  '@media (max-width:480px){.stack > table > tbody > tr > td{padding-left:0 !important;padding-right:0 !important;padding-bottom:16px !important}.end > table > tbody > tr > td{padding-bottom:0 !important}}',
  '@media (max-width:480px){.h-display{font-size:30px !important;line-height:36px !important}.fig-huge{font-size:44px !important;line-height:50px !important}}',
];

type Page = Omit<Drawing, 'surface' | 'width'> & { used: Set<Surface> };

function pageOf({ look }: BlockDocument, { brand, language }: Around): Page {
  const accent = look.accent ?? brand.color;
  const used = new Set<Surface>(['page']);
  const known = new Map<Surface, Shades>();
  const shades = (surface: Surface) => {
    used.add(surface);
    const shade = known.get(surface) ?? shadesOf(surface, accent, look.page);
    known.set(surface, shade);
    return shade;
  };
  return { brand, language, look, accent, shades, used };
}

function drawSection({ section, around }: Drawn, page: Page): string {
  const flows = [...around, section].map(flowAround);
  const before = flows.flatMap(({ before }) => before);
  const after = flows.toReversed().flatMap(({ after }) => after);
  return raw(before) + drawColumns(section, page) + raw(after);
}

function raw(tokens: string[]): string {
  return tokens.length > 0 ? `<mj-raw>${tokens.join('')}</mj-raw>` : '';
}

function drawColumns(section: ColumnsSection, page: Page): string {
  const { surface, padding, columns, edge, gap } = section;
  const { ground } = page.shades(surface).light;
  const radius = CORNERS[page.look.corners];
  const corners = {
    none: '',
    top: ` border-radius="${radius}px ${radius}px 0 0"`,
    bottom: ` border-radius="0 0 ${radius}px ${radius}px"`,
    all: ` border-radius="${radius}px"`,
  }[section.corners];
  const bar = edge ? ` border-${edge.side}="6px solid ${page.shades(edge.on).light.ground}"` : '';
  const [top, side, bottom] = padding;
  const inner = page.look.width - 2 * side;
  const widths = widthsOf(columns);
  const drawn = columns.map((column, index) => {
    const gaps = gapsOf(index, columns.length, gap);
    const width = (inner * widths[index]!) / 100 - gaps.left - gaps.right;
    return drawColumn(
      column,
      {
        share: widths[index]!,
        gaps,
        align: section.align,
        together: section.together,
        isLast: index === columns.length - 1,
      },
      { ...page, surface, width },
    );
  });
  const inside = section.together ? `<mj-group>${drawn.join('')}</mj-group>` : drawn.join('');
  return `<mj-section css-class="rs-${section.id} ${classOf('g', surface)}" background-color="${ground}" padding="${top}px ${side}px ${bottom}px"${section.wide ? ' full-width="full-width"' : ''}${corners}${bar}>${inside}</mj-section>`;
}

/** Percent of each; they are always 100 together. */
function widthsOf(columns: Column[]): number[] {
  const given = columns.reduce((sum, { width = 0 }) => sum + width, 0);
  const open = columns.filter(({ width }) => width === undefined).length;
  const widths = columns.map(({ width }) => width ?? Math.max(10, (100 - given) / open));
  const sum = widths.reduce((total, width) => total + width, 0);
  return widths.map((width) => Math.floor((width / sum) * 10_000) / 100);
}

function gapsOf(index: number, count: number, gap: number): { left: number; right: number } {
  return { left: index > 0 ? gap / 2 : 0, right: index < count - 1 ? gap / 2 : 0 };
}

type Place = {
  share: number;
  gaps: { left: number; right: number };
  align: string;
  together: boolean;
  isLast: boolean;
};

function drawColumn(
  column: Column,
  { share, gaps, align, together, isLast }: Place,
  drawing: Drawing,
): string {
  const surface = column.surface ?? drawing.surface;
  const boxed = column.surface !== undefined && column.surface !== drawing.surface;
  const width = Math.floor(drawing.width - (boxed ? 40 : 0));
  const blocks = column.blocks.map((block, index) =>
    drawBlock(
      block,
      { ...drawing, surface, width, side: boxed ? 20 : 0 },
      index === column.blocks.length - 1,
    ),
  );
  const stacked = together ? 'col' : `col stack${isLast ? ' end' : ''}`;
  const box = boxed
    ? ` inner-background-color="${drawing.shades(surface).light.ground}" inner-border-radius="${CORNERS[drawing.look.corners]}px" css-class="${stacked} box-${surface}"`
    : ` css-class="${stacked}"`;
  const padding = `0 ${gaps.right}px 0 ${gaps.left}px`;
  return `<mj-column width="${share}%" vertical-align="${align}" padding="${padding}"${box}>${boxed ? '<mj-spacer height="20px" />' : ''}${blocks.join('')}${boxed ? '<mj-spacer height="20px" />' : ''}</mj-column>`;
}

function drawBlock(block: Block, drawing: Drawing & { side: number }, isLast: boolean): string {
  const { before, after } = flowAround(block);
  const [above, below] = block.space ?? [0, isLast ? 0 : 16];
  const drawn = drawOne(block, drawing, `${above}px ${drawing.side}px ${below}px`);
  const named = drawn.replace(/css-class="/g, `css-class="rb-${block.id} `);
  const all = named.includes('css-class="')
    ? named
    : named.replace(/^<mj-[a-z]+/, `$& css-class="rb-${block.id}"`);
  return raw(before) + all + raw(after);
}

function drawOne(block: Block, drawing: Drawing, padding: string): string {
  // Each kind draws what its own schema has read.
  const kind = BLOCKS[block.kind as BlockKindName] as unknown as {
    toMjml: (props: Block, drawing: Drawing, padding: string) => string;
  };
  return kind.toMjml(block, drawing, padding);
}

function head({ look }: BlockDocument, { preheader, language }: Around, page: Page): string {
  const font = FONTS[look.font];
  const { ink } = page.shades('plain').light;
  return [
    preheader ? `<mj-preview>${escapeText(preheader)}</mj-preview>` : '',
    `<mj-title>${language === 'es' ? 'Mensaje' : 'Message'}</mj-title>`,
    '<mj-raw><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"></mj-raw>',
    `<mj-attributes><mj-all font-family="${font}" /><mj-text color="${ink}" font-size="16px" line-height="25px" padding="0" /><mj-table color="${ink}" padding="0" /></mj-attributes>`,
    `<mj-style>${styles(page)}</mj-style>`,
  ].join('');
}

function styles({ used, shades }: Page): string {
  const outlines = [...used].map((surface) => {
    const { ink, ground } = shades(surface).dark;
    return `.outline-${surface} td{background:${ground} !important;border-color:${ink} !important}.outline-${surface} a{color:${ink} !important;background:${ground} !important}.thick-${surface} p{border-color:${ink} !important}.box-${surface} > table > tbody > tr > td > table{background:${ground} !important;background-color:${ground} !important}`;
  });
  const tones = TONES.map((tone) => {
    const { ground } = shades(STRONG_OF_TONE[tone]).dark;
    return `.t-${tone}{color:${legible(ground, shades('plain').dark.ground, 5.5)} !important}`;
  }).join('');
  return [
    ':root{color-scheme:light dark;supported-color-schemes:light dark}',
    '.brk a{word-break:break-all}',
    ...PHONE_RULES,
    `@media (prefers-color-scheme:dark){body,body > div[role]{background-color:${shades('page').dark.ground} !important}${nightRules(used, shades)}${outlines.join('')}${tones}}`,
  ].join('\n');
}
