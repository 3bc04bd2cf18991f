import { richText } from '../blocks/rich-text/write';
import { defineStarter } from './starter';
import { needed, optional } from './variables';
import { given, row, write } from './write';

/** A payment slip: the letter above, below the dashes the slip itself with three fields and the account to pay into. */
export const paymentPending = defineStarter({
  key: 'payment-pending',
  category: 'payments',
  title: { en: 'Payment due', es: 'Pago pendiente' },
  variables: [
    needed('amount', 'money', 450000, 'Amount', 'Monto'),
    needed('concept', 'text', 'Cuota de diciembre', 'What for', 'Concepto'),
    needed('due_on', 'date', '2026-12-05', 'Due on', 'Vence el'),
    optional('pay_url', 'url', 'https://pagos.example/cuotas/12', 'Address for paying', 'Dirección de pago'),
    optional('reference', 'text', 'CUO-2026-12-0442', 'Reference', 'Referencia'),
    optional(
      'bank_details',
      'text',
      'Banco Continental\nCta. cte. 12-345678-09\nRUC 80012345-6',
      'Bank details',
      'Datos bancarios',
    ),
  ],
  subject: { en: 'Payment due: {{ concept }}', es: 'Pago pendiente: {{ concept }}' },
  preheader: {
    en: '{{ amount | money }}, due on {{ due_on | date: "long" }}. Ways to pay inside.',
    es: '{{ amount | money }}, vence el {{ due_on | date: "long" }}. Adentro, cómo pagar.',
  },
  sms: {
    en: 'Payment due: {{ concept }}, {{ amount | money }}, by {{ due_on | date }}. {{ company.name }}',
    es: 'Pago pendiente: {{ concept }}, {{ amount | money }}, vence el {{ due_on | date }}. {{ company.name }}',
  },
  document: (say) =>
    write({ page: 'tint', corners: 'soft', accent: '#0369a1', width: 640 }, [
      row({ surface: 'page', padding: [28, 36, 12] }, [{ kind: 'header', size: 'small' }]),
      row({ padding: [36, 36, 28], corners: 'top' }, [
        { kind: 'heading', level: 1, size: 'large', text: '{{ concept }}' },
        {
          kind: 'text',
          content: richText(
            say(
              'Hello{% if recipient.name %} {{ recipient.name }}{% endif %}, a payment falls due on **{{ due_on | date: "full" }}**. You can pay it online or by transfer with the slip below.',
              'Hola{% if recipient.name %}, {{ recipient.name }}{% endif %}: el **{{ due_on | date: "full" }}** vence un pago. Puede hacerlo en línea o por transferencia con el talón de abajo.',
            ),
          ),
        },
        {
          kind: 'button',
          showIf: given('pay_url'),
          label: say('Pay {{ amount | money }}', 'Pagar {{ amount | money }}'),
          href: '{{ pay_url }}',
          space: [8, 0],
        },
      ]),
      row({ padding: [0, 0, 0] }, [{ kind: 'divider', look: 'dashed' }]),
      row(
        { surface: 'soft', padding: [24, 36, 8] },
        {
          width: 38,
          blocks: [
            {
              kind: 'facts',
              look: 'stacked',
              rows: [{ label: say('Amount', 'Monto'), value: '{{ amount | money }}', strong: true }],
            },
          ],
        },
        {
          width: 28,
          blocks: [
            {
              kind: 'facts',
              look: 'stacked',
              rows: [{ label: say('Due on', 'Vencimiento'), value: '{{ due_on | date }}', strong: true }],
            },
          ],
        },
        {
          width: 34,
          blocks: [
            {
              kind: 'facts',
              look: 'stacked',
              showIf: given('reference'),
              rows: [{ label: say('Reference', 'Referencia'), value: '{{ reference }}', strong: true }],
            },
          ],
        },
      ),
      row({ surface: 'soft', padding: [4, 36, 28], corners: 'bottom', showIf: given('bank_details') }, [
        { kind: 'heading', size: 'small', text: say('To pay by transfer', 'Para transferir'), space: [0, 8] },
        {
          kind: 'facts',
          look: 'stacked',
          font: 'mono',
          rows: [{ label: say('Account', 'Cuenta'), value: '{{ bank_details | nl2br }}' }],
        },
        {
          kind: 'text',
          size: 'small',
          muted: true,
          content: richText(
            say(
              'Write the reference so that we recognise your payment.',
              'Escriba la referencia para que reconozcamos su pago.',
            ),
          ),
        },
      ]),
      row({ surface: 'page', padding: [24, 36, 36] }, [
        {
          kind: 'footer',
          align: 'left',
          reason: say(
            'Already paid? Then there is nothing to do.',
            '¿Ya pagó? Entonces no tiene que hacer nada.',
          ),
        },
      ]),
    ]),
});
