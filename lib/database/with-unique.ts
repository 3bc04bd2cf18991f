import { AppError, fieldError } from '@/lib/errors';

type Complaint = { code?: string; constraint_name?: string };

const UNIQUE_VIOLATION = '23505';

/** Turns the complaint of a unique index into an error of the field that holds what is taken. @throws AppError name_taken */
export async function withUnique<T>(
  index: string,
  { field = 'name', detail }: { field?: string; detail: string },
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code, constraint_name } = (error as { cause?: Complaint }).cause ?? (error as Complaint);
    if (code !== UNIQUE_VIOLATION || constraint_name !== index) throw error;
    throw new AppError('name_taken', detail, { errors: [fieldError(field, 'taken')] });
  }
}
