import type { FieldError } from '@/lib/errors';
import { describeFlaw, type FlawCode, type FlawText } from '@/lib/flaws';
import { TemplateLimit } from './engine/limits';
import { UnsafePart } from './engine/safe-parts';

/** What keeps a template from being published: in which part, and on which line of its source. */
export type Problem = {
  field: 'subject' | 'preheader' | 'source' | 'text' | 'variables';
  code: FlawCode;
  params: Record<string, string | number>;
};

export type Described = Pick<Problem, 'code' | 'params'>;

type LiquidFault = Error & {
  originalError?: unknown;
  variableName?: string;
  token?: { getPosition?: () => number[]; getText?: () => string };
};

/**
 * What went wrong in a parse or a rendering, as a person can mend it. `source`: what the author wrote, where what was rendered was made of it:
 * the line is that of the same words there. Anything but a fault of a template is thrown on.
 */
export function describeFault(error: unknown, source?: string): Described {
  const fault = error as LiquidFault;
  const cause = (fault.originalError ?? fault) as LiquidFault;
  const line = lineOf(fault, source);
  if (cause instanceof TemplateLimit)
    return { code: cause.limit === 'steps' ? 'template_loops' : 'template_too_long', params: { line } };
  if (cause instanceof UnsafePart) return { code: 'template_link', params: { shown: cause.shown, line } };
  const name = cause.variableName ?? fault.variableName;
  if (name !== undefined) return { code: 'template_undefined', params: { name, line } };
  // Of a text that doubled too often JavaScript itself refuses to make a longer one.
  if (cause instanceof RangeError) return { code: 'template_too_long', params: { line } };
  if (!fault.token && fault.name !== 'AssertionError') throw error;
  return { code: 'template_liquid', params: { why: plainWords(fault.message), line } };
}

function lineOf({ token }: LiquidFault, source: string | undefined): number {
  const [line = 1] = token?.getPosition?.() ?? [];
  if (source === undefined) return line;
  const words = token?.getText?.().trim();
  const at = words ? source.indexOf(words) : -1;
  return at < 0 ? 1 : source.slice(0, at).split('\n').length;
}

/** Without the place and the excerpt that liquidjs adds. */
function plainWords(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/, (file:.*?, )?line:\d+, col:\d+$/, '').slice(0, 200);
}

/** Its code is known only now, so that the compiler cannot say which parameters it has. */
const describedAs = describeFlaw as (code: FlawCode, params: Described['params']) => FlawText;

export function faultAt(path: string, { code, params }: Described): FieldError {
  return { path, ...describedAs(code, params) };
}

/** As errors of fields: `texts.es.source`. */
export function toFieldErrors(language: string, problems: Problem[]): FieldError[] {
  return problems.map(({ field, ...fault }) =>
    faultAt(field === 'variables' ? field : `texts.${language}.${field}`, fault),
  );
}
