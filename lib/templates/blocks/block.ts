import { z } from 'zod';
import type { Brand } from './brand';
import { Condition, Repeat } from './condition';
import { blockId } from './fields';
import type { Hex } from './look/colours';
import type { Look } from './look/look';
import type { Shades, Surface } from './look/surfaces';

export type Language = 'en' | 'es';

/** What a block is drawn with: the look of its document, and where it stands. */
export type Drawing = {
  brand: Brand;
  language: Language;
  look: Look;
  accent: Hex;
  /** What the block stands on. */
  surface: Surface;
  /** In pixels, of the column without its padding. */
  width: number;
  shades: (surface: Surface) => Shades;
};

/** What may be set at each block, whatever its kind. */
export const AROUND = {
  id: blockId,
  showIf: Condition.optional(),
  repeat: Repeat.optional(),
  /** Above and below, in pixels. */
  space: z.tuple([z.number().int().min(0).max(80), z.number().int().min(0).max(80)]).optional(),
};

export type BlockKind<Kind extends string, Shape extends z.ZodRawShape> = {
  kind: Kind;
  shape: Shape;
  /** What a new one says and looks like, in the language of the text it is put into. */
  defaults: (language: Language) => z.input<z.ZodObject<Shape>>;
  /** What of that is yet to be chosen: a new one is not whole. */
  begins?: Partial<z.input<z.ZodObject<Shape>>>;
  /** Elements of a column. */
  toMjml: (props: z.output<z.ZodObject<Shape>>, drawing: Drawing, padding: string) => string;
  /** '' says nothing. */
  toText: (props: z.output<z.ZodObject<Shape>>, drawing: Drawing) => string;
};

/** One kind of block; `schema` is what stands in a document. */
export function defineBlock<const Kind extends string, Shape extends z.ZodRawShape>(
  kind: BlockKind<Kind, Shape>,
) {
  const schema = z.strictObject({ ...AROUND, kind: z.literal(kind.kind), ...kind.shape });
  return { ...kind, schema };
}
