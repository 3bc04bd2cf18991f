import { richText } from '../blocks/rich-text/write';
import { defineStarter } from './starter';
import { needed, optional } from './variables';
import { given, row, write } from './write';

/** Centred and green: a check, the amount, and the new balance as the band that closes the card. */
export const topupReceived = defineStarter({
  key: 'topup-received',
  category: 'balance',
  title: { en: 'Top-up received', es: 'Recarga recibida' },
  variables: [
    needed('amount', 'money', 150000, 'Amount', 'Monto'),
    needed('new_balance', 'money', 153500, 'New balance', 'Saldo nuevo'),
    needed('paid_at', 'date', '2026-11-27T17:05:00Z', 'Paid on', 'Fecha de pago'),
    needed(
      'movements_url',
      'url',
      'https://comedor.example/movimientos',
      'Address of the movements',
      'Dirección de movimientos',
    ),
    optional('student_name', 'text', 'Sofía Benítez', 'Student', 'Estudiante'),
    optional('card_number', 'text', '00018842', 'Card number', 'Número de tarjeta'),
    optional('payment_method', 'text', 'Transferencia bancaria', 'Paid with', 'Medio de pago'),
    optional('reference', 'text', 'TR-90331', 'Reference', 'Referencia'),
  ],
  subject: { en: 'Top-up received: {{ amount | money }}', es: 'Recarga recibida: {{ amount | money }}' },
  preheader: {
    en: 'The new balance is {{ new_balance | money }}. Nothing else to do.',
    es: 'El saldo nuevo es {{ new_balance | money }}. No tiene que hacer nada más.',
  },
  sms: {
    en: 'Top-up received: {{ amount | money }}. New balance: {{ new_balance | money }}.',
    es: 'Recarga recibida: {{ amount | money }}. Saldo nuevo: {{ new_balance | money }}.',
  },
  document: (say) =>
    write({ page: 'white', corners: 'round', accent: '#15803d', headings: 'round', font: 'round' }, [
      row({ surface: 'page', padding: [24, 32, 8] }, [{ kind: 'header', align: 'center', size: 'small' }]),
      row({ surface: 'page', padding: [20, 32, 24] }, [
        { kind: 'emblem', sign: 'check', on: 'success', size: 'large', align: 'center', space: [0, 20] },
        {
          kind: 'heading',
          level: 1,
          align: 'center',
          text: say('We received your top-up', 'Recibimos su recarga'),
          space: [0, 10],
        },
        { kind: 'figure', align: 'center', size: 'huge', tone: 'success', value: '+{{ amount | money }}' },
      ]),
      row(
        { surface: 'soft', corners: 'top', padding: [24, 32, 10] },
        [
          {
            kind: 'facts',
            look: 'stacked',
            rows: [
              { label: say('Paid on', 'Fecha de pago'), value: "{{ paid_at | date: 'datetime' }}" },
              {
                label: say('Paid with', 'Medio de pago'),
                value: '{{ payment_method }}',
                showIf: given('payment_method'),
              },
            ],
          },
        ],
        [
          {
            kind: 'facts',
            look: 'stacked',
            rows: [
              { label: say('For', 'Para'), value: '{{ student_name }}', showIf: given('student_name') },
              {
                label: say('Card', 'Tarjeta'),
                value: '{{ card_number | mask }}',
                showIf: given('card_number'),
              },
              { label: say('Reference', 'Referencia'), value: '{{ reference }}', showIf: given('reference') },
            ],
          },
        ],
      ),
      row(
        {
          surface: 'success',
          corners: 'bottom',
          padding: [18, 32, 18],
          together: true,
          align: 'middle',
          gap: 0,
        },
        {
          width: 40,
          blocks: [{ kind: 'heading', size: 'small', level: 2, text: say('New balance', 'Saldo nuevo') }],
        },
        {
          width: 60,
          blocks: [{ kind: 'figure', size: 'normal', align: 'right', value: '{{ new_balance | money }}' }],
        },
      ),
      row({ surface: 'page', padding: [28, 32, 8] }, [
        {
          kind: 'button',
          look: 'outline',
          align: 'center',
          label: say('View movements', 'Ver movimientos'),
          href: '{{ movements_url }}',
        },
        {
          kind: 'text',
          align: 'center',
          size: 'small',
          muted: true,
          content: richText(
            say(
              'If something is not right, just reply to this message.',
              'Si algo no coincide, responda a este mensaje.',
            ),
          ),
        },
      ]),
      row({ surface: 'page', padding: [20, 32, 32] }, [
        { kind: 'divider', space: [0, 20] },
        { kind: 'footer' },
      ]),
    ]),
});
