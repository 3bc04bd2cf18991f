import { invalid } from '@/lib/errors';
import type { SubjectField } from '@/lib/subject-kinds/schema';
import { plainName } from '@/lib/text/plain-name';
import { COLUMNS } from './import-schema';

const MOST_COLUMNS = 200;
export const LEFT_OUT = '-';

/** As other systems, and people, call them. */
const ALSO: Record<string, string> = {
  id: 'key',
  code: 'key',
  codigo: 'key',
  clave: 'key',
  external_key: 'key',
  contacto: 'contact',
  contact_key: 'contact',
};

/** What each column of a file is: as somebody says, or by the names and labels of the fields. @throws AppError validation_failed */
export function columnsOf(cells: string[], fields: SubjectField[], asked: string[] | undefined): string[] {
  if (cells.length > MOST_COLUMNS) throw invalid('columns', 'too_many', { max: MOST_COLUMNS });
  const columns = asked ?? readHeader(cells, fields);
  const known = new Set<string>([...COLUMNS, ...fields.map(({ name }) => name)]);
  const stranger = columns.find((name) => !known.has(name));
  if (stranger !== undefined) throw invalid('columns', 'no_field', { field: stranger });
  if (!columns.includes('key')) throw invalid('columns', 'subject_key_column');
  return columns;
}

/** A field of the kind stands before what others call a key. */
function readHeader(cells: string[], fields: SubjectField[]): string[] {
  const taken = new Set<string>();
  return cells.map((cell) => {
    const name = plainName(cell);
    const field = fields.find(
      (each) => each.name === name || (each.label && plainName(each.label) === name),
    )?.name;
    const column = ['key', 'contact'].includes(name) ? name : (field ?? ALSO[name] ?? LEFT_OUT);
    if (taken.has(column)) return LEFT_OUT;
    taken.add(column);
    return column;
  });
}
