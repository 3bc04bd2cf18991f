import type { ContactsImported } from '@/lib/contacts/import-schema';

type Imported = Pick<ContactsImported, 'columns' | 'created' | 'changed' | 'same' | 'wrong' | 'errors'>;

/** What a file came to, its wrong rows first. */
export function tellImport(result: Imported, isDry: boolean): string {
  const { columns, created, changed, same, wrong, errors } = result;
  return [
    `columns: ${columns.map(({ header, to }) => `${header} → ${to}`).join(', ')}`,
    ...errors.map(
      ({ line, text, errors: flaws }) =>
        `line ${line}: ${flaws.map(({ path, message }) => `${path} ${message}`).join('; ')}: ${text}`,
    ),
    `${isDry ? 'would be: ' : ''}${created} new, ${changed} changed, ${same} the same, ${wrong} wrong.`,
  ].join('\n');
}
