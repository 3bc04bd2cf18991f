import { z } from 'zod';
import { isConnectionError, isDiskFull } from '@/lib/database/db-errors';
import { insufficientStorage, noteDatabaseFull } from '@/lib/disk/room';
import { AppError, errorMessage, problemType } from '@/lib/errors';
import { fieldErrorsOf } from '@/lib/field-errors';
import { log } from '@/lib/log';
import { limitHeaders } from './limit-headers';

/** RFC 9457 `application/problem+json` with our stable `code`. */
export function problemResponse(error: AppError, requestId: string): Response {
  const headers = new Headers({ 'content-type': 'application/problem+json', 'x-request-id': requestId });
  if (error.options.retryAfterSeconds) headers.set('retry-after', String(error.options.retryAfterSeconds));
  for (const [name, value] of limitHeaders(error.options.allowance)) headers.set(name, value);
  if (error.status === 401) headers.set('www-authenticate', 'Bearer');
  return new Response(JSON.stringify(problemBody(error, requestId)), { status: error.status, headers });
}

export function problemBody(error: AppError, requestId: string) {
  return {
    type: problemType(error.code),
    title: error.title,
    status: error.status,
    code: error.code,
    detail: error.detail,
    reason: error.options.reason,
    errors: error.errors,
    requestId,
  };
}

/** Any thrown thing as an `AppError`; a bug is logged whole and told without detail. */
export function toAppError(error: unknown, requestId: string): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof z.ZodError) return fromZodError(error);
  if (isDiskFull(error)) {
    noteDatabaseFull();
    return insufficientStorage();
  }
  if (isConnectionError(error)) {
    // The statement says nothing about an outage, and one line for each request is enough.
    log.warn('database unreachable', { requestId, error: errorMessage((error as Error).cause ?? error) });
    return new AppError('unavailable', 'The database cannot be reached. Try again in a moment.', {
      retryAfterSeconds: 5,
    });
  }
  log.error('unexpected error', { requestId, error });
  return new AppError('internal', `Please tell the administrator this request id: ${requestId}`);
}

export function fromZodError(error: z.ZodError): AppError {
  const errors = fieldErrorsOf(error);
  const [first] = errors;
  return new AppError(
    'validation_failed',
    first ? `${first.path || 'body'}: ${first.message}` : 'not valid',
    { errors },
  );
}
