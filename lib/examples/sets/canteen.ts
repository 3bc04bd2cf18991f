import type { ExampleSet } from '../example-set';

/** Low balances in the evening, top-ups at once, debts on Mondays. */
export const canteen: ExampleSet = {
  key: 'canteen',
  templates: ['topup-received'],
  types: [],
  kinds: [
    {
      key: 'card',
      title: { en: 'Canteen card', es: 'Tarjeta del comedor' },
      fields: [
        { name: 'student_name', type: 'text', label: { en: 'Pupil', es: 'Alumno' } },
        { name: 'card_number', type: 'text', label: { en: 'Card', es: 'Tarjeta' } },
        { name: 'balance', type: 'number', label: { en: 'Balance', es: 'Saldo' } },
        {
          name: 'topup_url',
          type: 'text',
          label: { en: 'Address for topping up', es: 'Dirección para recargar' },
        },
      ],
    },
    {
      key: 'debtor',
      title: { en: 'Account that is owed', es: 'Cuenta por pagar' },
      fields: [
        { name: 'amount_due', type: 'number', label: { en: 'Amount owed', es: 'Monto adeudado' } },
        { name: 'due_since', type: 'date', label: { en: 'Owed since', es: 'Adeudado desde' } },
      ],
    },
  ],
  rules: [
    {
      title: { en: 'Balance under 5,000', es: 'Saldo menor a 5.000' },
      kind: 'card',
      type: 'low-balance',
      conditions: [{ field: 'balance', op: 'lt', value: 5_000 }],
      cron: '0 18 * * *',
    },
    {
      title: { en: 'Debt older than a week', es: 'Deuda de más de una semana' },
      kind: 'debtor',
      type: 'account-overdue',
      conditions: [
        { field: 'amount_due', op: 'gt', value: 0 },
        { field: 'due_since', op: 'older_than', value: 7 },
      ],
      cron: '0 9 * * 1',
    },
  ],
};
