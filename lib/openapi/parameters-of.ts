import { z } from 'zod';
import type { HeaderName, Operation } from './operation';
import type { JsonSchema, Schemas } from './to-schema';

/** What stands in the address, the query and the headers. */
export function parametersOf(
  path: string,
  { fields, headers = [], example }: Operation,
  query: z.ZodType | undefined,
  schemas: Schemas,
): JsonSchema[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    description: describeId(path, name!),
    schema: name === 'position' ? { type: 'integer', minimum: 0 } : { type: 'string' },
    ...(example?.params?.[name!] && { example: example.params[name!] }),
  }));
  return [
    ...inPath,
    ...(query ? inQuery(schemas.inline(query, 'input'), fields, example?.query) : []),
    ...headers.map((name) => ({
      name,
      in: 'header',
      required: false,
      ...HEADERS[name],
      ...(example?.headers?.[name] && { example: example.headers[name] }),
    })),
  ];
}

function inQuery(
  { properties = {}, required = [] }: JsonSchema,
  fields: Record<string, string> = {},
  example: Record<string, string> = {},
): JsonSchema[] {
  return Object.entries(properties as Record<string, JsonSchema>).map(([name, schema]) => ({
    name,
    in: 'query',
    required: (required as string[]).includes(name),
    ...(fields[name] && { description: fields[name] }),
    schema,
    ...(example[name] !== undefined && { example: readAs(schema, example[name]) }),
  }));
}

/** As the schema has it: a query carries text. */
function readAs({ type }: JsonSchema, value: string): unknown {
  return type === 'integer' || type === 'number' ? Number(value) : value;
}

const HEADERS: Record<HeaderName, { description: string; schema: JsonSchema }> = {
  'Idempotency-Key': {
    description: 'Makes the request safe to repeat for 24 hours: a name of your own for what it does.',
    schema: z.toJSONSchema(z.string().min(1).max(256)),
  },
  Prefer: {
    description: '`wait=10`: answer when it is decided, after so many seconds (60) at the latest.',
    schema: z.toJSONSchema(z.string()),
  },
};
for (const { schema } of Object.values(HEADERS)) delete schema.$schema;

/** Who can be called by a name is; what comes by the thousands has an id alone. */
function describeId(path: string, name: string): string {
  if (name === 'position') return 'Its place among the attachments, from 0.';
  if (name === 'keyId') return 'The id of the key.';
  if (/^\/api\/v1(\/metrics)?\/providers/.test(path)) return 'The id or the name of the provider.';
  if (path.startsWith('/api/v1/people/invitations')) return 'The id or the address of the invitation.';
  if (path.startsWith('/api/v1/people')) return 'The id or the address of the person.';
  if (name === 'number') return 'The number of the version.';
  if (path.startsWith('/api/v1/notification-types')) return 'The key of the type, or the id of a change.';
  if (path.startsWith('/api/v1/subject-kinds')) return 'The id or the key of the kind.';
  if (name === 'contact') return 'The id, the key or the address of a contact.';
  if (path.startsWith('/api/v1/contacts')) return 'The id or the key of the contact.';
  if (path.startsWith('/api/v1/templates')) return 'The id or the key of the template.';
  if (path.startsWith('/api/v1/companies')) return 'The id, key or name of the company.';
  return 'Its id.';
}
