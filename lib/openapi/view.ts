import type { ErrorCode } from '@/lib/errors';
import type { Document, DocumentedOperation } from './build';
import { fieldRows, fieldTables, typeName } from './field-rows';
import type { Tag } from './operation';
import { SOME_ID } from './samples/of-operation';
import type { JsonSchema } from './to-schema';
import type { AnswerRow, OperationRow, OperationView, ParameterRow } from './view-schema';

type Found = { method: string; path: string; operation: DocumentedOperation };

/** What the list shows, tag by tag in the order of the document. */
export function listOperations(document: Document): OperationRow[] {
  const rows = findAll(document).map(viewRow);
  const tags = (document.tags as { name: string }[]).map(({ name }) => name);
  return rows.toSorted((a, b) => tags.indexOf(a.tag) - tags.indexOf(b.tag));
}

export function findOperation(document: Document, id: string): OperationView | undefined {
  const found = findAll(document).find(({ operation }) => operation.operationId === id);
  if (!found) return undefined;
  const { operation } = found;
  const { schemas } = document.components;
  const body = operation.requestBody?.content['application/json'];
  return {
    ...viewRow(found),
    description: operation.description
      .split('\n\n')
      .filter((text) => !/^(Needs the scope|Any token)/.test(text)),
    parameters: operation.parameters.map((parameter) => viewParameter(parameter, schemas)),
    body: body ? fieldTables(body.schema, schemas) : null,
    answers: Object.entries(operation.responses).map(([status, answer]) =>
      viewAnswer(status, answer, document),
    ),
    example: { ...(body && { body: body.example ?? {} }), answer: answerOf(operation) },
  };
}

function findAll({ paths }: Document): Found[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
}

function viewRow({ method, path, operation }: Found): OperationRow {
  const { operationId: id, summary, tags } = operation;
  const scope = (operation['x-scope'] as string | undefined) ?? null;
  return { id, tag: tags[0] as Tag, method, path, summary, scope };
}

function viewParameter(parameter: JsonSchema, schemas: Document['components']['schemas']): ParameterRow {
  const schema = parameter.schema as JsonSchema;
  const inPath = parameter.in === 'path';
  const missing = schema.type === 'integer' ? '0' : SOME_ID;
  return {
    path: parameter.name as string,
    in: parameter.in as ParameterRow['in'],
    type: typeName(schema, schemas),
    required: parameter.required === true,
    about: parameter.description as string | undefined,
    example: String(parameter.example ?? (inPath ? missing : '')),
    ...(Array.isArray(schema.enum) && { options: schema.enum as string[] }),
  };
}

function viewAnswer(status: string, answer: JsonSchema, { components }: Document): AnswerRow {
  const responses = components.responses as Record<string, JsonSchema>;
  const told = typeof answer.$ref === 'string' ? responses[answer.$ref.split('/').at(-1)!]! : answer;
  const codes = told['x-codes'] as ErrorCode[] | undefined;
  const content = told.content as Record<string, { schema: JsonSchema }> | undefined;
  const json = content?.['application/json']?.schema;
  return {
    status,
    about: codes ? '' : String(told.description),
    ...(json && { fields: fieldRows(json, components.schemas) }),
    ...(codes && { codes }),
  };
}

function answerOf({ responses }: DocumentedOperation): OperationView['example']['answer'] {
  if (responses['204']) return 'nothing';
  const content = Object.values(responses).find((answer) => answer.content)?.content as object | undefined;
  return content && 'application/json' in content ? 'json' : 'text';
}
