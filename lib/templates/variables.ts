import { z } from 'zod';
import { flaw } from '@/lib/flaws';
import { isStorableText, matching, shortText } from '@/lib/validation';

export const VARIABLE_TYPES = [
  ...(['text', 'number', 'money', 'date', 'url', 'image', 'html', 'list', 'object', 'boolean'] as const),
] as const;
export type VariableType = (typeof VARIABLE_TYPES)[number];

/** What every template can use besides its own variables; these may not take their names. */
export const RESERVED_ROOTS = [
  'recipient',
  'company',
  'message',
  'unsubscribe_url',
  'preferences_url',
  'now',
];
export const MAX_VARIABLES = 100;

const MAX_CHARACTERS = 256 * 1024;

/** Of what one message brings along. */
export function areTooLarge(given: Record<string, unknown>): boolean {
  return JSON.stringify(given).length > MAX_CHARACTERS;
}

const words = shortText(300).refine(isStorableText, flaw('broken_text'));
const value = z
  .unknown()
  .refine((given) => JSON.stringify(given ?? null).length <= 20_000, flaw('too_large'));

const Name = matching(/^[a-z][a-z0-9_]{0,62}$/i, flaw('variable_name')).refine(
  (name) => !RESERVED_ROOTS.includes(name) && !(name in {}),
  flaw('reserved_name'),
);

/** What a template asks of who sends it. The declared contract is the truth; what its body uses is checked against it. */
export const VariableDeclaration = z.strictObject({
  name: Name,
  type: z.enum(VARIABLE_TYPES).default('text'),
  required: z.boolean().default(false),
  /** Of one that is not required, where a message has none. */
  default: value.optional(),
  /** What previews show; of a required one needed to publish. */
  example: value.optional(),
  label: z.strictObject({ en: words.optional(), es: words.optional() }).optional(),
  description: words.optional(),
});
export type VariableDeclaration = z.output<typeof VariableDeclaration>;

export const VariableDeclarations = z
  .array(VariableDeclaration)
  .max(MAX_VARIABLES, { abort: true })
  .refine((list) => new Set(Array.from(list, ({ name }) => name)).size === list.length, flaw('twice'));
