import type { ExampleSet } from '../example-set';

/** Books that should be back. */
export const library: ExampleSet = {
  key: 'library',
  templates: [],
  types: [
    {
      key: 'book-overdue',
      title: { en: 'Book overdue', es: 'Libro vencido' },
      steps: [{ channel: 'sms' }],
      texts: {
        es: 'Devuelva {{ book }}, por favor. {{ company.name }}',
        en: 'Please bring {{ book }} back. {{ company.name }}',
      },
      variables: [{ name: 'book', required: true, example: 'Yo el Supremo' }],
    },
  ],
  kinds: [
    {
      key: 'loan',
      title: { en: 'Loan', es: 'Préstamo' },
      fields: [
        { name: 'book', type: 'text', label: { en: 'Book', es: 'Libro' } },
        { name: 'due_on', type: 'date', label: { en: 'Due on', es: 'Vence el' } },
        { name: 'back', type: 'boolean', label: { en: 'Is back', es: 'Ya volvió' } },
      ],
    },
  ],
  rules: [
    {
      title: { en: 'Book overdue', es: 'Libro vencido' },
      kind: 'loan',
      type: 'book-overdue',
      conditions: [
        { field: 'due_on', op: 'older_than', value: 0 },
        { field: 'back', op: 'eq', value: false },
      ],
      cron: '0 9 * * *',
    },
  ],
};
