import type { z } from 'zod';
import { type FieldError, MAX_ERRORS } from './errors';
import { describeFlaw, type FlawText, isFlawCode } from './flaws';
import { nearest } from './text/nearest';

/** What zod found, field by field, as the API answers it and forms show it. To be parsed with `reportInput`, or nothing is ever missing. */
export function fieldErrorsOf({ issues }: Pick<z.core.$ZodError, 'issues'>): FieldError[] {
  const errors: FieldError[] = [];
  const told = new Set<string>();
  for (const issue of issues) {
    if (errors.length >= MAX_ERRORS) break;
    const list = listOf(issue);
    if (list === undefined) errors.push(...toFieldErrors(issue));
    else if (!told.has(list)) errors.push(tellStrangers(issues, list, issue));
    if (list !== undefined) told.add(list);
  }
  return errors.slice(0, MAX_ERRORS);
}

/** The list of names in which this issue finds one that is none of those there are. */
function listOf({ code, path }: z.core.$ZodIssue): string | undefined {
  return code === 'invalid_value' && typeof path.at(-1) === 'number'
    ? path.slice(0, -1).join('.')
    : undefined;
}

/** Which names those are, once, and what there is, once, at the place of the first. */
function tellStrangers(issues: z.core.$ZodIssue[], list: string, first: z.core.$ZodIssue): FieldError {
  const inputs = issues.filter((issue) => listOf(issue) === list).map(({ input }) => input);
  const named = [...new Map(inputs.map((input) => [tell(input), input]))].slice(0, 5);
  const names = named.map(([name]) => name).join(', ');
  const known = (first as z.core.$ZodIssueInvalidValue).values.map(String);
  const options = known.join(', ');
  const near = named.flatMap(([, input]) => (typeof input === 'string' && nearest(input, known)) || []);
  const meant = [...new Set(near)].join(', ');
  const flaw = meant
    ? describeFlaw('unknown_options_meant', { names, meant, options })
    : describeFlaw('unknown_options', { names, options });
  return { path: first.path.join('.'), ...flaw };
}

function tell(input: unknown): string {
  return (JSON.stringify(input) ?? typeof input).slice(0, 40).toWellFormed();
}

/** An unknown property is named itself, a union tells its most specific complaint, and a wrong name what is wrong with it. */
function toFieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const path = issue.path.join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.slice(0, MAX_ERRORS).map((key) => ({
      path: [path, key].filter(Boolean).join('.'),
      ...describeFlaw('unknown_field'),
    }));
  const deepest = issue.code === 'invalid_union' && mostSpecific(issue.errors.flat());
  if (deepest)
    return toFieldErrors({ ...deepest, path: [...issue.path, ...deepest.path] } as z.core.$ZodIssue);
  const [inner] = issue.code === 'invalid_key' || issue.code === 'invalid_element' ? issue.issues : [];
  if (inner) return toFieldErrors({ ...inner, path: issue.path } as z.core.$ZodIssue);
  return [{ path, ...flawOf(issue) }];
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

function flawOf(issue: z.core.$ZodIssue): FlawText {
  switch (issue.code) {
    case 'custom':
      return readFlaw(issue);
    case 'invalid_type':
      return isMissing(issue.input) ? describeFlaw('required') : ofType(issue.expected);
    case 'invalid_value':
      return isMissing(issue.input)
        ? describeFlaw('required')
        : describeFlaw('option', { options: issue.values.join(', ') });
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_format':
      return ofFormat(issue);
    case 'invalid_union':
      return ofKind(issue);
    default:
      return describeFlaw('wrong');
  }
}

/** Of things of several kinds: of which kind this one is. */
function ofKind(issue: z.core.$ZodIssueInvalidUnion): FlawText {
  const { options } = issue as { options?: unknown[] };
  return options
    ? describeFlaw('option', { options: options.map(String).join(', ') })
    : describeFlaw('wrong');
}

function ofFormat({ format, message }: z.core.$ZodIssueInvalidStringFormat): FlawText {
  const code = FORMATS[format as keyof typeof FORMATS];
  return code ? describeFlaw(code) : { ...describeFlaw('wrong_format'), message };
}

const FORMATS = { url: 'url', uuid: 'id', datetime: 'time', date: 'date', email: 'email' } as const;

/** What `flaw` put there. A rule that names none has at least words. */
function readFlaw({ params, message }: z.core.$ZodIssueCustom): FlawText {
  if (!isFlawCode(params?.code)) return { ...describeFlaw('wrong'), message };
  return { code: params.code, params: params.params as Record<string, string>, message };
}

function isMissing(input: unknown): boolean {
  return input === undefined || input === null || input === '';
}

function ofType(expected: string): FlawText {
  if (expected === 'int') return describeFlaw('whole_number');
  if (expected === 'number') return describeFlaw('number');
  return expected === 'string' ? describeFlaw('text') : describeFlaw('wrong_type', { expected });
}

function tooSmall({ origin, minimum, inclusive }: z.core.$ZodIssueTooSmall): FlawText {
  const min = Number(minimum);
  if (origin === 'string' || origin === 'array') {
    if (min <= 1) return describeFlaw('required');
    return origin === 'string' ? describeFlaw('too_short', { min }) : describeFlaw('too_few', { min });
  }
  return inclusive === false ? describeFlaw('not_above', { min }) : describeFlaw('too_low', { min });
}

function tooBig({ origin, maximum, inclusive }: z.core.$ZodIssueTooBig): FlawText {
  const max = Number(maximum);
  if (origin === 'string') return describeFlaw('too_long', { max });
  if (origin === 'array') return describeFlaw('too_many', { max });
  return inclusive === false ? describeFlaw('not_below', { max }) : describeFlaw('too_high', { max });
}
