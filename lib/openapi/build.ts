import type { z } from 'zod';
import { answersOf, type Parts } from './answers-of';
import { COMPONENTS, INFO } from './general';
import { type Operation, TAGS } from './operation';
import { parametersOf } from './parameters-of';
import { Refusals } from './refusals';
import { exampleRequest } from './samples/of-operation';
import { SAMPLE_LANGUAGES } from './samples/samples';
import { type JsonSchema, Schemas } from './to-schema';

/** A method of a route with what its handler asks for (`lib/http/handle.ts`); without `access` anybody may call it. */
export type DocumentedRoute = {
  /** `PATCH /api/v1/messages/[id]`. */
  name: string;
  access?: {
    scope: string;
    query?: z.ZodType;
    body?: z.ZodType;
    status?: number;
    bodyOptional?: boolean;
  };
};

export type Document = {
  openapi: string;
  info: typeof INFO;
  paths: Record<string, Record<string, DocumentedOperation>>;
  components: { schemas: Record<string, JsonSchema> } & Record<string, unknown>;
} & Record<string, unknown>;

export type DocumentedOperation = {
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  parameters: JsonSchema[];
  requestBody?: { required: boolean; content: Record<string, { schema: JsonSchema; example?: unknown }> };
  responses: Record<string, JsonSchema>;
} & Record<string, unknown>;

/** OpenAPI 3.1 of these routes: scope, query, body and status are what the handlers work by, the rest stands beside them by name. */
export function buildDocument(routes: DocumentedRoute[], operations: Record<string, Operation>): Document {
  const parts = { schemas: new Schemas(), refusals: new Refusals() };
  const paths: Document['paths'] = {};
  // As they are described: what one looks for first comes first.
  const order = Object.keys(operations);
  for (const route of routes.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name))) {
    const operation = operations[route.name];
    if (!operation) throw new Error(`${route.name} is not described in lib/openapi/operations.`);
    paths[pathOf(route)] = { ...paths[pathOf(route)], [methodOf(route)]: tell(route, operation, parts) };
  }
  return {
    openapi: '3.1.0',
    info: INFO,
    servers: [{ url: '/', description: 'This system' }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      ...COMPONENTS,
      responses: parts.refusals.components(parts.schemas),
      schemas: parts.schemas.components(),
    },
  };
}

export function pathOf({ name }: DocumentedRoute): string {
  return name.split(' ')[1]!.replaceAll('[', '{').replaceAll(']', '}');
}

function methodOf({ name }: DocumentedRoute): string {
  return name.split(' ')[0]!.toLowerCase();
}

function tell(route: DocumentedRoute, operation: Operation, parts: Parts): DocumentedOperation {
  const { schemas } = parts;
  const { access } = route;
  const body = access?.body && (operation.body ?? access.body);
  const needs =
    access && (access.scope === 'any' ? 'Any token may.' : `Needs the scope \`${access.scope}\`.`);
  return {
    operationId: operation.id,
    tags: [operation.tag],
    summary: operation.summary,
    description: [operation.description, needs].filter(Boolean).join('\n\n'),
    security: access ? [{ token: access.scope === 'any' ? [] : [access.scope] }] : [],
    ...(access && { 'x-scope': access.scope }),
    parameters: parametersOf(pathOf(route), operation, access?.query, schemas),
    ...(body && {
      requestBody: {
        required: !access.bodyOptional,
        content: {
          'application/json': {
            schema: schemas.withTexts(body, 'input', operation.fields ?? {}),
            ...(operation.example?.body !== undefined && { example: operation.example.body }),
          },
        },
      },
    }),
    'x-codeSamples': samplesOf(route, operation),
    responses: answersOf(
      operation,
      {
        status: access?.status ?? 200,
        params: pathOf(route).includes('{'),
        access: Boolean(access),
        body,
        query: access?.query,
      },
      parts,
    ),
  };
}

function samplesOf(route: DocumentedRoute, operation: Operation) {
  const [method] = route.name.split(' ');
  const asked = { method: method!, path: pathOf(route), token: Boolean(route.access) };
  const request = exampleRequest(asked, operation);
  return SAMPLE_LANGUAGES.map(({ id, label, write }) => ({ lang: id, label, source: write(request) }));
}
