import { richText } from '../blocks/rich-text/write';
import { defineStarter } from './starter';
import { needed, optional } from './variables';
import { given, row, write } from './write';

/** A letter with an amber edge: what is owed beside since when, the ways to pay in boxes, the warning last. */
export const accountOverdue = defineStarter({
  key: 'account-overdue',
  category: 'overdue',
  title: { en: 'Account overdue', es: 'Cuenta vencida' },
  variables: [
    needed('amount_due', 'money', 1280000, 'Amount owed', 'Monto adeudado'),
    needed('due_since', 'date', '2026-10-31', 'Due since', 'Vencida desde'),
    optional('days_overdue', 'number', 27, 'Days overdue', 'Días de atraso'),
    optional(
      'payment_methods',
      'list',
      [
        { name: 'Transferencia', detail: 'Banco Continental, cta. 12-345678-09' },
        { name: 'Giro Tigo', detail: 'Al 0981 123 456' },
        { name: 'En oficina', detail: 'Lunes a viernes de 8 a 17' },
      ],
      'Ways to pay (name, detail)',
      'Formas de pago (name, detail)',
    ),
    optional(
      'pay_url',
      'url',
      'https://cuentas.example/pagar/8821',
      'Address for paying',
      'Dirección de pago',
    ),
    optional('suspension_on', 'date', '2026-12-05', 'Suspended on', 'Fecha de suspensión'),
    optional(
      'invoices',
      'list',
      [
        { number: '001-001-0008812', due_on: '2026-10-31', amount: 640000 },
        { number: '001-001-0009047', due_on: '2026-11-15', amount: 640000 },
      ],
      'Invoices (number, due_on, amount)',
      'Facturas (number, due_on, amount)',
    ),
  ],
  subject: {
    en: 'Your account is overdue: {{ amount_due | money }}',
    es: 'Cuenta pendiente de {{ amount_due | money }}',
  },
  preheader: {
    en: 'Due since {{ due_since | date: "long" }}. See how to pay; ignore this if you already did.',
    es: 'Vencida desde el {{ due_since | date: "long" }}. Vea cómo pagar; si ya pagó, no haga caso.',
  },
  sms: {
    en: '{{ company.name }}: {{ amount_due | money }} are overdue since {{ due_since | date }}. Already paid? Then ignore this.',
    es: '{{ company.name }}: quedan {{ amount_due | money }} pendientes desde el {{ due_since | date }}. Si ya ha pagado, no haga caso.',
  },
  document: (say) =>
    write({ page: 'warm', corners: 'square', accent: '#8a5300', headings: 'serif' }, [
      row({ surface: 'page', padding: [28, 40, 16] }, [
        { kind: 'header', size: 'normal', aside: say('Account notice', 'Aviso de cuenta') },
      ]),
      row({ padding: [36, 40, 8], edge: { side: 'left', on: 'warning' } }, [
        {
          kind: 'heading',
          level: 1,
          size: 'large',
          text: say('There is a payment open on your account', 'Hay un pago pendiente en su cuenta'),
        },
        {
          kind: 'text',
          content: richText(
            say(
              'Dear {{ recipient.name | default: "customer" }},\n\nWe have not received your payment yet. These things happen: a transfer that got stuck, a bill that slipped by. If you have already paid, please ignore this message.',
              '{{ recipient.name | default: "Estimado cliente" }}:\n\nTodavía no recibimos su pago. A veces una transferencia se demora o una factura se traspapela. Si ya pagó, no haga caso a este mensaje.',
            ),
          ),
        },
      ]),
      row(
        { padding: [16, 40, 16], edge: { side: 'left', on: 'warning' } },
        {
          width: 58,
          blocks: [
            {
              kind: 'figure',
              size: 'large',
              font: 'serif',
              label: say('You owe', 'Monto adeudado'),
              value: '{{ amount_due | money }}',
            },
          ],
        },
        {
          width: 42,
          blocks: [
            {
              kind: 'figure',
              size: 'normal',
              font: 'serif',
              label: say('Due since', 'Vencida desde'),
              value: "{{ due_since | date: 'medium' }}",
              note: say(
                '{{ days_overdue | default: "" }}{% if days_overdue %} days late{% endif %}',
                '{{ days_overdue | default: "" }}{% if days_overdue %} días de atraso{% endif %}',
              ),
            },
          ],
        },
      ),
      row({ padding: [8, 40, 16], edge: { side: 'left', on: 'warning' }, showIf: given('invoices') }, [
        {
          kind: 'items',
          each: 'invoices',
          as: 'invoice',
          columns: [
            { title: say('Invoice', 'Factura'), value: '{{ invoice.number }}' },
            { title: say('Due on', 'Vencimiento'), value: '{{ invoice.due_on | date }}' },
            { title: say('Amount', 'Importe'), value: '{{ invoice.amount | money }}', align: 'right' },
          ],
        },
      ]),
      row({ padding: [8, 40, 24], edge: { side: 'left', on: 'warning' }, showIf: given('pay_url') }, [
        { kind: 'button', label: say('Pay now', 'Pagar ahora'), href: '{{ pay_url }}' },
      ]),
      row({ surface: 'soft', padding: [28, 40, 12], showIf: given('payment_methods') }, [
        { kind: 'heading', size: 'small', text: say('Other ways to pay', 'Otras formas de pago') },
        {
          kind: 'steps',
          marks: 'dots',
          on: 'warning',
          over: { each: 'payment_methods', as: 'method' },
          steps: [{ title: '{{ method.name }}', text: '{{ method.detail }}' }],
        },
      ]),
      row({ padding: [24, 40, 32], showIf: given('suspension_on') }, [
        {
          kind: 'notice',
          tone: 'warning',
          title: say('Avoid the suspension', 'Evite la suspensión'),
          content: richText(
            say(
              'Without a payment the service is suspended on **{{ suspension_on | date: "long" }}**. If you cannot pay now, write to us: we will find a way.',
              'Sin el pago, el servicio se suspende el **{{ suspension_on | date: "long" }}**. Si ahora no puede pagar, escríbanos: buscamos juntos una salida.',
            ),
          ),
        },
      ]),
      row({ surface: 'page', padding: [24, 40, 36] }, [{ kind: 'footer', align: 'left' }]),
    ]),
});
