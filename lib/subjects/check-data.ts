import { AppError, type FieldError, fieldError } from '@/lib/errors';
import { isDay } from '@/lib/subject-kinds/day';
import type { SubjectField } from '@/lib/subject-kinds/schema';
import { isStorableText } from '@/lib/validation';

/** What is told of a subject, against the fields of its kind: every fault at once. Numbers may come as text, as files have them. @throws AppError validation_failed */
export function checkData(fields: SubjectField[], data: Record<string, unknown>): Record<string, unknown> {
  const errors: FieldError[] = [];
  const known = new Map(fields.map((field) => [field.name, field.type]));
  const checked = Object.entries(data).map(([name, value]) => {
    const type = known.get(name);
    if (!type) errors.push(fieldError(`data.${name}`, 'unknown_field'));
    const read = value === null ? null : readValue(type, value);
    if (type && read === undefined) errors.push(faultOf(type, `data.${name}`));
    return [name, read];
  });
  const [first] = errors;
  if (first) throw new AppError('validation_failed', `${first.path}: ${first.message}`, { errors });
  return Object.fromEntries(checked);
}

function readValue(type: SubjectField['type'] | undefined, value: unknown): unknown {
  switch (type) {
    case 'number': {
      const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
      return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
    }
    case 'date': {
      const day = typeof value === 'string' ? value.slice(0, 10) : '';
      return isDay(day) ? day : undefined;
    }
    case 'boolean':
      if (value === 'true' || value === 'false') return value === 'true';
      return typeof value === 'boolean' ? value : undefined;
    default:
      return typeof value === 'string' && value.length <= 1_000 && isStorableText(value) ? value : undefined;
  }
}

function faultOf(type: SubjectField['type'], path: string): FieldError {
  if (type === 'number') return fieldError(path, 'number');
  if (type === 'date') return fieldError(path, 'date');
  return type === 'boolean'
    ? fieldError(path, 'wrong_type', { expected: 'boolean' })
    : fieldError(path, 'text');
}
