import { describeFlaw, type FlawCode, type FlawText, type FlawValues } from './flaws';
import type { Refusal } from './refusals';

/** Codes are stable: programs branch on them and the panel translates them (`errors.<code>`). */
const CATALOGUE = {
  validation_failed: [400, 'The request is not valid'],
  malformed_json: [400, 'The body is not valid JSON'],
  unauthorized: [401, 'Authentication is required'],
  token_revoked: [401, 'The token has been revoked'],
  token_expired: [401, 'The token has expired'],
  token_superseded: [401, 'The token has been rotated'],
  invalid_credentials: [401, 'E-mail or password is wrong'],
  second_factor_needed: [401, 'A code of the second factor is needed'],
  sign_in_expired: [401, 'The sign-in took too long'],
  forbidden: [403, 'Not allowed'],
  second_factor_required: [403, 'A second factor must be set up first'],
  confirmation_needed: [403, 'Confirm that it is you'],
  address_not_allowed: [403, 'Not allowed from this address'],
  not_found: [404, 'Not found'],
  method_not_allowed: [405, 'Method not allowed'],
  conflict: [409, 'Conflict with the current state'],
  changed_meanwhile: [409, 'Somebody else saved meanwhile'],
  name_taken: [409, 'The name is already in use'],
  provider_in_use: [409, 'Messages are waiting on this provider'],
  idempotency_conflict: [409, 'The idempotency key was used with another body'],
  idempotency_in_progress: [409, 'The first request with this key is still under way'],
  not_cancelable: [409, 'The message can no longer be canceled'],
  not_resendable: [409, 'The message cannot be resent'],
  setup_done: [409, 'The system is already set up'],
  request_timeout: [408, 'The request came too slowly'],
  payload_too_large: [413, 'The request is too large'],
  unsupported_media_type: [415, 'The content type is not supported'],
  variables_invalid: [422, 'Variables of the template are missing or wrong'],
  template_faulty: [422, 'The template cannot be used as it is'],
  rate_limited: [429, 'Too many requests'],
  too_many_attempts: [429, 'Too many attempts'],
  internal: [500, 'Something went wrong on our side'],
  unavailable: [503, 'The database cannot be reached'],
  insufficient_storage: [507, 'There is too little room to store it'],
} as const satisfies Record<string, readonly [number, string]>;

export type ErrorCode = keyof typeof CATALOGUE;
export const ERROR_CODES = Object.keys(CATALOGUE) as ErrorCode[];
/** `code` and `params` say the same as `message`, for programs and for other languages: the catalogue is `lib/flaws.ts`. */
export type FieldError = { path: string } & FlawText;

export function describeError(code: ErrorCode): { status: number; title: string } {
  const [status, title] = CATALOGUE[code];
  return { status, title };
}

/** Where a code is explained, on whatever system answers it: RFC 9457 lets `type` be relative, with a full path. */
export function problemType(code: string): string {
  return `/api/errors#${code}`;
}

/** Of a refusal that passes: when, and of which allowance it is. */
type Passing = {
  retryAfterSeconds?: number;
  allowance?: { limit: number; remaining: number; resetSeconds: number };
};

/** Of one answer, however much was wrong with what was asked. */
export const MAX_ERRORS = 50;
const MAX_DETAIL = 1000;

type Options = { errors?: FieldError[]; reason?: Refusal } & Passing;

/** An expected failure. Anything else that is thrown is a bug and answers 500 without detail. */
export class AppError extends Error {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly options: Options;

  /** What a caller wrote may be in the words of it: nobody is told more than so much of it back. */
  constructor(
    readonly code: ErrorCode,
    detail: string,
    { errors, ...options }: Options = {},
  ) {
    super(shorten(detail));
    this.name = 'AppError';
    [this.status, this.title] = CATALOGUE[code];
    this.detail = this.message;
    this.options = { ...options, ...(errors && { errors: errors.slice(0, MAX_ERRORS).map(shortenError) }) };
  }

  get errors(): FieldError[] | undefined {
    return this.options.errors;
  }
}

function shortenError({ path, code, params, message }: FieldError): FieldError {
  // What may be named, such as all scopes, stands in it whole; what was sent is cut by whoever says it back.
  const short = Object.entries(params).map(([name, value]) => [name, shorten(value, 800)]);
  return {
    path: shorten(path, 200),
    code,
    params: Object.fromEntries(short),
    message: shorten(message, 1000),
  };
}

function shorten(text: string, length = MAX_DETAIL): string {
  return text.length <= length ? text : `${text.slice(0, length).toWellFormed()}…`;
}

/** Nothing was stored, and the same can be asked again: it passes by itself. */
export function passes(error: unknown): boolean {
  return error instanceof AppError && PASSING.has(error.code);
}

const PASSING: ReadonlySet<ErrorCode> = new Set(['unavailable', 'insufficient_storage']);

export function notFound(noun: string, id: string): AppError {
  return new AppError('not_found', `There is no ${noun} ${id}.`);
}

export function invalid<Code extends FlawCode>(
  path: string,
  code: Code,
  ...values: FlawValues<Code>
): AppError {
  const error = fieldError(path, code, ...values);
  return new AppError('validation_failed', `${path}: ${error.message}`, { errors: [error] });
}

export function fieldError<Code extends FlawCode>(
  path: string,
  code: Code,
  ...values: FlawValues<Code>
): FieldError {
  return { path, ...describeFlaw(code, ...values) };
}

export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
