import type { z } from 'zod';
import { describeError, type ErrorCode } from '@/lib/errors';
import { isFile, type Operation } from './operation';
import { header, RATE, type Refusals } from './refusals';
import type { JsonSchema, Schemas } from './to-schema';

/** What is told once for the whole document. */
export type Parts = { schemas: Schemas; refusals: Refusals };

type Asked = {
  /** Of success, where it has content. */
  status: number;
  params: boolean;
  /** A token or a session is needed. */
  access: boolean;
  body?: z.ZodType;
  query?: z.ZodType;
};

/** By status: what it answers, and everything that it can be refused for. */
export function answersOf(
  operation: Operation,
  asked: Asked,
  { schemas, refusals }: Parts,
): Record<string, JsonSchema> {
  const codes = new Set([...refusalsOf(asked), ...(operation.errors ?? [])]);
  const others = Object.entries(operation.answers ?? {}).map(([status, { description, schema }]) => [
    status,
    { description, headers: headersOf(operation, asked), content: json(schemas.of(schema, 'output')) },
  ]);
  const refused = [...Map.groupBy(codes, (code) => describeError(code).status)].map(([status, group]) => [
    status,
    refusals.reference(group),
  ]);
  return {
    ...success(operation, asked, schemas),
    ...Object.fromEntries(others),
    ...Object.fromEntries(refused),
  };
}

/** What any request of its kind can be refused for. */
export function refusalsOf({ params, access, body, query }: Asked): ErrorCode[] {
  if (!access) return [];
  return [
    ...TOKENS,
    ...(body || query ? (['validation_failed'] as const) : []),
    ...(body ? BODIES : []),
    ...(params ? (['not_found'] as const) : []),
    'rate_limited',
    'internal',
    'unavailable',
  ];
}

const TOKENS = [
  'unauthorized',
  'token_revoked',
  'token_expired',
  'token_superseded',
  'forbidden',
  'address_not_allowed',
] as const;
const BODIES = ['malformed_json', 'request_timeout', 'payload_too_large', 'unsupported_media_type'] as const;

function success(operation: Operation, asked: Asked, schemas: Schemas): Record<string, JsonSchema> {
  const { answer } = operation;
  const headers = headersOf(operation, asked);
  if (answer === null) return { 204: { description: 'Done.', headers } };
  if (isFile(answer))
    return {
      200: {
        description: answer.description,
        headers,
        content: { [answer.file]: { schema: { type: 'string' } } },
      },
    };
  // What is decided while one waits is the other answer.
  const status = operation.answers?.[200] ? 202 : asked.status;
  const description = status === 201 ? 'Made.' : status === 202 ? 'Stored; it will be sent.' : 'Done.';
  return { [status]: { description, headers, content: json(schemas.of(answer, 'output')) } };
}

function headersOf({ headers = [], id }: Operation, { access }: Asked): JsonSchema {
  return {
    ...(access && { 'x-request-id': header('RequestId'), ...RATE, sunset: header('Sunset') }),
    ...(headers.includes('Idempotency-Key') && { 'idempotent-replayed': header('Replayed') }),
    ...(headers.includes('Prefer') && { 'preference-applied': header('Applied') }),
    ...(id === 'getDocument' && { etag: header('ETag') }),
  };
}

const json = (schema: JsonSchema) => ({ 'application/json': { schema } });
