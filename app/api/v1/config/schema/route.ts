import { SchemaQuery } from '@/lib/configuration/input-schema';
import { configurationSchema } from '@/lib/configuration/json-schema';
import { handle } from '@/lib/http/handle';

export const GET = handle({ scope: 'config:read', query: SchemaQuery }, async (_ctx, { query }) =>
  configurationSchema(query.language),
);
