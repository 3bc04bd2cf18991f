/**
 * PostgreSQL keeps neither a NUL nor half of a surrogate pair, and refuses the whole row: a server may send the one, cutting a text makes
 * the other. What others wrote goes through here before it is stored. Dates and the like pass as they are.
 */
export function storable<T>(value: T): T {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', '\uFFFD') as T;
  if (Array.isArray(value)) return value.map(storable) as T;
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, storable(item)])) as T;
}
