import { AppError, fieldError } from '@/lib/errors';

const FIELDS: Record<string, 'key' | 'name'> = { companies_key_key: 'key', companies_name_key: 'name' };

type Complaint = { code?: string; constraint_name?: string };

/** Turns a unique index's complaint into a field error. */
export async function withUniqueNames<T>(
  input: { key?: string | undefined; name?: string | undefined },
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code, constraint_name } = (error as { cause?: Complaint }).cause ?? (error as Complaint);
    const path = code === '23505' && FIELDS[constraint_name ?? ''];
    if (!path) throw error;
    throw new AppError('name_taken', `There already is a company with the ${path} ${input[path] ?? ''}.`, {
      errors: [fieldError(path, 'taken')],
    });
  }
}
