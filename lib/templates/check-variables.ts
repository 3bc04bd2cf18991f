import sanitize from 'sanitize-html';
import type { StoredVariable } from '@/drizzle/schema/templates';
import { type FieldError, fieldError } from '@/lib/errors';
import { readDate } from './engine/filters/date';
import { readDecimal } from './engine/filters/number';
import { isSafeUrl } from './engine/safe-parts';
import { type Described, faultAt } from './problems';
import { areTooLarge, RESERVED_ROOTS } from './variables';

type Checked = { variables: Record<string, unknown>; errors: FieldError[]; unknown: string[] };

/**
 * What a message brings, against what its template declares: every fault at once, each by its name. What the template does not know is left
 * out of what is stored, and named. HTML comes back as no mail can do harm with it.
 */
export function checkVariables(declared: StoredVariable[], given: Record<string, unknown>): Checked {
  const errors: FieldError[] = [];
  const variables: Record<string, unknown> = {};
  if (areTooLarge(given)) return { variables, errors: [fieldError('variables', 'too_large')], unknown: [] };
  for (const declaration of declared) {
    const { name, required } = declaration;
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    const path = `variables.${name}`;
    if (isMissing(value)) {
      if (required) errors.push(fieldError(path, 'required'));
      continue;
    }
    const fault = faultOf(declaration.type, value);
    if (fault) errors.push(faultAt(path, fault));
    else variables[name] = declaration.type === 'html' ? cleanHtml(String(value)) : value;
  }
  const known = new Set(declared.map(({ name }) => name));
  const unknown = Object.keys(given).filter((name) => !known.has(name));
  for (const name of unknown)
    if (RESERVED_ROOTS.includes(name)) errors.push(fieldError(`variables.${name}`, 'reserved_name'));
  return { variables, errors, unknown: unknown.slice(0, 50) };
}

/** An empty text says nothing either: a blank where a name belongs is what strictness is there against. */
function isMissing(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

function faultOf(type: string, value: unknown): Described | null {
  switch (type) {
    case 'number':
    case 'money':
      return unless(
        passes(() => readDecimal(value)),
        { code: 'number', params: {} },
      );
    case 'date':
      return unless(
        passes(() => readDate(value)),
        { code: 'date', params: {} },
      );
    case 'url':
      return unless(typeof value === 'string' && isSafeUrl(value), { code: 'template_url', params: {} });
    case 'image':
      return unless(typeof value === 'string' && /^(https:|cid:)/i.test(value) && isSafeUrl(value), {
        code: 'template_url',
        params: {},
      });
    case 'list':
      return unless(Array.isArray(value), { code: 'wrong_type', params: { expected: 'array' } });
    case 'object':
      return unless(typeof value === 'object' && !Array.isArray(value), {
        code: 'wrong_type',
        params: { expected: 'object' },
      });
    case 'boolean':
      return unless(typeof value === 'boolean', { code: 'wrong_type', params: { expected: 'boolean' } });
    default:
      return unless(['string', 'number', 'boolean'].includes(typeof value), { code: 'text', params: {} });
  }
}

function unless(isRight: boolean, fault: Described): Described | null {
  return isRight ? null : fault;
}

function passes(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}

/** What an editor of text makes, and nothing that loads, runs or covers anything. */
function cleanHtml(html: string): string {
  return sanitize(html, {
    allowedTags: [
      'a',
      'b',
      'blockquote',
      'br',
      'code',
      'div',
      'em',
      'h2',
      'h3',
      'i',
      'li',
      'ol',
      'p',
      'pre',
      's',
      'span',
      'strong',
      'sub',
      'sup',
      'table',
      'tbody',
      'td',
      'th',
      'thead',
      'tr',
      'u',
      'ul',
    ],
    allowedAttributes: { a: ['href', 'title'], td: ['align', 'colspan'], th: ['align', 'colspan'] },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowProtocolRelative: false,
  });
}
