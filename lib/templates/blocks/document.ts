import { z } from 'zod';
import { flaw } from '@/lib/flaws';
import { matching } from '@/lib/validation';
import { AROUND } from './block';
import { surface } from './fields';
import { Look } from './look/look';
import { BLOCKS } from './registry';

const schemas = Object.values(BLOCKS).map(({ schema }) => schema);
export type Block = z.infer<(typeof BLOCKS)[keyof typeof BLOCKS]['schema']>;

/** One block, of any kind. */
export const Block = z.discriminatedUnion('kind', schemas as [(typeof schemas)[number]]);

export const MAX_SECTIONS = 60;
export const MAX_BLOCKS = 300;

const Column = z.strictObject({
  /** Of 100; without it they share what the others leave. */
  width: z.number().int().min(10).max(90).optional(),
  surface: surface.optional(),
  blocks: z.array(Block).max(40),
});
export type Column = z.infer<typeof Column>;

const around = { id: AROUND.id, showIf: AROUND.showIf, repeat: AROUND.repeat };

/** A strip across the mail, with one to four columns, which stand below each other on a phone. */
const Columns = z.strictObject({
  ...around,
  kind: z.literal('columns'),
  surface: surface.default('plain'),
  columns: z.array(Column).min(1).max(4),
  /** Inside: above, sides, below, in pixels. */
  padding: z
    .tuple([
      z.number().int().min(0).max(80),
      z.number().int().min(0).max(80),
      z.number().int().min(0).max(80),
    ])
    .default([16, 32, 16]),
  corners: z.enum(['none', 'top', 'bottom', 'all']).default('none'),
  /** A bar in a colour, at one side. */
  edge: z.strictObject({ side: z.enum(['top', 'left', 'bottom']), on: surface }).optional(),
  /** From one side of the window to the other. */
  wide: z.boolean().default(false),
  /** Columns stay beside each other on a phone. */
  together: z.boolean().default(false),
  align: z.enum(['top', 'middle', 'bottom']).default('top'),
  /** Between columns, in pixels. */
  gap: z.number().int().min(0).max(48).default(24),
});
export type ColumnsSection = z.infer<typeof Columns>;

/** Sections kept elsewhere under that key, which change here when they change there. */
const Component = z.strictObject({
  ...around,
  kind: z.literal('component'),
  component: matching(/^[a-z0-9][a-z0-9-]{0,63}$/, flaw('looks_like', { example: 'company-footer' })),
});
export type ComponentSection = z.infer<typeof Component>;

export const Section = z.discriminatedUnion('kind', [Columns, Component]);
export type Section = z.infer<typeof Section>;

/** What is written in the visual editor: one text of a template, or a component. Stored as JSON. */
export const BlockDocument = z
  .strictObject({
    v: z.literal(1),
    look: Look.prefault({}),
    sections: z.array(Section).max(MAX_SECTIONS, { abort: true }),
  })
  .refine((document) => blocksOf(document).length <= MAX_BLOCKS, flaw('too_many', { max: MAX_BLOCKS }))
  .refine(hasOwnIds, flaw('twice'));
export type BlockDocument = z.output<typeof BlockDocument>;
/** As it is written by hand: what has a default may be left out. */
export type WrittenDocument = z.input<typeof BlockDocument>;

/** What stands in columns. zod asks its rules of a document without sections, too: that one is refused for it. */
export function blocksOf({ sections = [] }: { sections?: Section[] }): Block[] {
  return sections.flatMap((section) =>
    section.kind === 'columns' ? section.columns.flatMap(({ blocks }) => blocks) : [],
  );
}

function hasOwnIds(document: { sections?: Section[] }): boolean {
  const ids = [...(document.sections ?? []), ...blocksOf(document)].map(({ id }) => id);
  return new Set(ids).size === ids.length;
}
