import { plainName } from '@/lib/text/plain-name';
import { ADDRESS_NAMES } from './address-names';
import { FIELD_NAME } from './schema';

/** What a column of a file can be; `-` is left out. */
export const COLUMNS = ['key', 'name', ...ADDRESS_NAMES, 'language', 'timeZone'] as const;
export const LEFT_OUT = '-';

export function isColumn(name: string): boolean {
  if (name.startsWith('fields.')) return FIELD_NAME.test(name.slice('fields.'.length));
  return name === LEFT_OUT || (COLUMNS as readonly string[]).includes(name);
}

/** As other systems, and people, call them. */
const ALSO: Record<string, (typeof COLUMNS)[number]> = {
  id: 'key',
  code: 'key',
  codigo: 'key',
  clave: 'key',
  external_key: 'key',
  full_name: 'name',
  nombre: 'name',
  nombre_completo: 'name',
  e_mail: 'email',
  mail: 'email',
  correo: 'email',
  correo_electronico: 'email',
  telefono: 'phone',
  celular: 'phone',
  movil: 'phone',
  mobile: 'phone',
  idioma: 'language',
  zona_horaria: 'timeZone',
  time_zone: 'timeZone',
  timezone: 'timeZone',
};

/** What each column is by its name in the first line; one that nobody knows becomes a field of one's own. */
export function readHeader(cells: string[]): string[] {
  const taken = new Set<string>();
  return cells.map((cell) => {
    const name = plainName(cell);
    const known = COLUMNS.find((column) => column.toLowerCase() === name) ?? ALSO[name];
    const column = known ?? (FIELD_NAME.test(name) ? `fields.${name}` : LEFT_OUT);
    if (taken.has(column)) return LEFT_OUT;
    taken.add(column);
    return column;
  });
}
