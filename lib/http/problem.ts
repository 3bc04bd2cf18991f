import { z } from 'zod';
import { isConnectionError } from '@/lib/database/db-errors';
import { AppError, errorMessage, type FieldError, MAX_ERRORS } from '@/lib/errors';
import { log } from '@/lib/log';

/** RFC 9457 `application/problem+json` with our stable `code`. */
export function problemResponse(error: AppError, requestId: string): Response {
  const headers = new Headers({ 'content-type': 'application/problem+json', 'x-request-id': requestId });
  if (error.options.retryAfterSeconds) headers.set('retry-after', String(error.options.retryAfterSeconds));
  if (error.code === 'unauthorized') headers.set('www-authenticate', 'Bearer');
  return new Response(JSON.stringify(problemBody(error, requestId)), { status: error.status, headers });
}

export function problemBody(error: AppError, requestId: string) {
  return {
    type: `urn:relevo:problem:${error.code}`,
    title: error.title,
    status: error.status,
    code: error.code,
    detail: error.detail,
    errors: error.errors,
    requestId,
  };
}

/** Any thrown thing as an `AppError`; a bug is logged whole and told without detail. */
export function toAppError(error: unknown, requestId: string): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof z.ZodError) return fromZodError(error);
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
  const errors: FieldError[] = [];
  const told = new Set<string>();
  for (const issue of error.issues) {
    if (errors.length >= MAX_ERRORS) break;
    const list = listOf(issue);
    if (list === undefined) errors.push(...fieldErrors(issue));
    else if (!told.has(list)) errors.push(tellStrangers(error.issues, list, issue));
    if (list !== undefined) told.add(list);
  }
  const first = errors[0];
  return new AppError(
    'validation_failed',
    first ? `${first.path || 'body'}: ${first.message}` : 'not valid',
    { errors },
  );
}

/** The list of names in which this issue finds one that is none of those there are. */
function listOf({ code, path }: z.core.$ZodIssue): string | undefined {
  return code === 'invalid_value' && typeof path.at(-1) === 'number'
    ? path.slice(0, -1).join('.')
    : undefined;
}

/** Which names those are, once, and what there is, once, at the place of the first. */
function tellStrangers(issues: z.core.$ZodIssue[], list: string, first: z.core.$ZodIssue): FieldError {
  const named = issues.filter((issue) => listOf(issue) === list).map(({ input }) => tell(input));
  const names = [...new Set(named)].slice(0, 5).join(', ');
  const { values } = first as z.core.$ZodIssueInvalidValue;
  return { path: first.path.join('.'), message: `Invalid option: ${names}; there are ${values.join(', ')}` };
}

function tell(input: unknown): string {
  return (JSON.stringify(input) ?? typeof input).slice(0, 40).toWellFormed();
}

/** An unknown property is named itself, and a union tells its most specific complaint. */
function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const path = issue.path.join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.slice(0, MAX_ERRORS).map((key) => ({
      path: [path, key].filter(Boolean).join('.'),
      message: 'unknown property',
    }));
  const deepest = issue.code === 'invalid_union' && mostSpecific(issue.errors.flat());
  if (deepest) return fieldErrors({ ...deepest, path: [...issue.path, ...deepest.path] } as z.core.$ZodIssue);
  return [{ path, message: issue.message }];
}

/** The deepest; of those alike, one that says more than the wrong type. In one pass: there may be thousands. */
function mostSpecific(issues: z.core.$ZodIssue[]): z.core.$ZodIssue | undefined {
  let best: z.core.$ZodIssue | undefined;
  for (const issue of issues) if (!best || rank(issue) > rank(best)) best = issue;
  return best;
}

function rank({ path, code }: z.core.$ZodIssue): number {
  return path.length * 2 + (code === 'invalid_type' ? 0 : 1);
}
