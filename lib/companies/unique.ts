import { withUnique } from '@/lib/database/with-unique';

type Names = { key?: string | undefined; name?: string | undefined };

/** @throws AppError name_taken, at the field that holds what is taken */
export function withUniqueNames<T>(input: Names, work: () => Promise<T>): Promise<T> {
  const taken = (field: keyof Names) => ({
    field,
    detail: `There already is a company with the ${field} ${input[field] ?? ''}.`,
  });
  return withUnique('companies_key_key', taken('key'), () =>
    withUnique('companies_name_key', taken('name'), work),
  );
}
