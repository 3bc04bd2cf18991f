import type { z } from 'zod';
import type { FieldError } from '@/lib/errors';
import type { VariableDeclaration } from '@/lib/templates/variables';

export type FieldProps = {
  name: string;
  schema: z.ZodType;
  value: unknown;
  onChange: (value: unknown) => void;
  errors: FieldError[];
  /** From the block on, as errors name it. */
  path: string;
  variables: VariableDeclaration[];
};

/** Without what says that it may be missing. */
export function innermost(given: z.ZodType): { schema: z.ZodType; isOptional: boolean } {
  let schema = given;
  let isOptional = false;
  for (;;) {
    const definition = schema._zod.def as { type: string; innerType?: z.ZodType };
    if (definition.type === 'optional') isOptional = true;
    else if (definition.type !== 'default' && definition.type !== 'prefault') return { schema, isOptional };
    schema = definition.innerType!;
  }
}
