import { richText } from '../blocks/rich-text/write';
import { defineStarter } from './starter';
import { needed, optional } from './variables';
import { given, row, write } from './write';

/** A red head with its sign, the pupil's table, the balance large, one wide button. */
export const lowBalance = defineStarter({
  key: 'low-balance',
  category: 'balance',
  title: { en: 'Low balance', es: 'Saldo bajo' },
  variables: [
    needed('student_name', 'text', 'Sofía Benítez', 'Student', 'Estudiante'),
    needed('card_number', 'text', '00018842', 'Card number', 'Número de tarjeta'),
    needed('balance', 'money', 3500, 'Balance', 'Saldo'),
    needed(
      'topup_url',
      'url',
      'https://comedor.example/recargas/18842',
      'Address for topping up',
      'Dirección de recarga',
    ),
    optional('grade', 'text', '5.º grado B', 'Class', 'Grado'),
    optional('threshold', 'money', 5000, 'Warning below', 'Aviso por debajo de'),
    optional('updated_at', 'date', '2026-11-27T16:40:00Z', 'As of', 'Actualizado'),
  ],
  subject: {
    en: 'Low balance: {{ student_name }} has {{ balance | money }} left',
    es: 'Saldo bajo: a {{ student_name }} le quedan {{ balance | money }}',
  },
  preheader: {
    en: 'Top up the card today so that lunch is covered tomorrow.',
    es: 'Recargue hoy la tarjeta para que mañana no falte el almuerzo.',
  },
  sms: {
    en: 'Low balance: {{ student_name }} has {{ balance | money }} left. Top up: {{ topup_url }}',
    es: 'Saldo bajo: a {{ student_name }} le quedan {{ balance | money }}. Recargue: {{ topup_url }}',
  },
  document: (say) =>
    write({ page: 'grey', corners: 'round', accent: '#c8232c' }, [
      row({ surface: 'page', padding: [20, 32, 12] }, [{ kind: 'header', align: 'center' }]),
      row(
        { surface: 'danger', corners: 'top', padding: [28, 32, 28], together: true, align: 'middle', gap: 0 },
        { width: 20, blocks: [{ kind: 'emblem', sign: 'exclamation', on: 'plain', size: 'small' }] },
        {
          width: 80,
          blocks: [
            {
              kind: 'heading',
              level: 1,
              size: 'large',
              eyebrow: say('Notice', 'Aviso'),
              text: say('The balance is low', 'El saldo está bajo'),
            },
          ],
        },
      ),
      row({ padding: [28, 32, 8] }, [
        {
          kind: 'text',
          content: richText(
            say(
              'There is little left on the card of **{{ student_name }}**. Please top it up so that the canteen can serve as usual.',
              'Queda poco saldo en la tarjeta de **{{ student_name }}**. Recárguela para que el comedor pueda atenderle con normalidad.',
            ),
          ),
        },
        {
          kind: 'figure',
          look: 'box',
          tone: 'danger',
          size: 'huge',
          align: 'center',
          label: say('Balance available', 'Saldo disponible'),
          value: '{{ balance | money }}',
        },
      ]),
      row({ padding: [0, 32, 8] }, [
        {
          kind: 'facts',
          rows: [
            { label: say('Student', 'Estudiante'), value: '{{ student_name }}', strong: true },
            { label: say('Class', 'Grado'), value: '{{ grade }}', showIf: given('grade') },
            { label: say('Card', 'Tarjeta'), value: '{{ card_number | mask }}' },
            {
              label: say('We warn below', 'Avisamos por debajo de'),
              value: '{{ threshold | money }}',
              showIf: given('threshold'),
            },
            {
              label: say('As of', 'Actualizado'),
              value: "{{ updated_at | date: 'datetime' }}",
              showIf: given('updated_at'),
            },
          ],
        },
      ]),
      row({ padding: [12, 32, 36], corners: 'bottom' }, [
        {
          kind: 'button',
          wide: true,
          label: say('Top up now', 'Realizar recarga'),
          href: '{{ topup_url }}',
          showAddress: true,
        },
      ]),
      row({ surface: 'page', padding: [24, 32, 32] }, [
        {
          kind: 'footer',
          reason: say(
            'You get this as the contact of this card.',
            'Recibe este aviso como contacto de esta tarjeta.',
          ),
        },
      ]),
    ]),
});
