import type { ExampleSet } from '../example-set';

/** The receipt of a visit, with its PDF. */
export const clinic: ExampleSet = {
  key: 'clinic',
  templates: [],
  types: [
    {
      key: 'receipt-ready',
      title: { en: 'Receipt ready', es: 'Boleta lista' },
      category: 'receipts',
      template: 'receipt',
      steps: [{ channel: 'email' }],
    },
  ],
  kinds: [],
  rules: [],
};
