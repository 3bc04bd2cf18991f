import { richText } from '../blocks/rich-text/write';
import { defineStarter } from './starter';
import { needed, optional } from './variables';
import { given, row, write } from './write';

/** A till's receipt: one narrow slip on grey, torn off with dashes, numbers in even width. */
export const receipt = defineStarter({
  key: 'receipt',
  category: 'receipts',
  title: { en: 'Receipt with PDF', es: 'Boleta con PDF' },
  variables: [
    needed('receipt_number', 'text', '001-002-0004571', 'Receipt number', 'Número de boleta'),
    needed('issued_on', 'date', '2026-11-27', 'Date', 'Fecha'),
    needed('total', 'money', 386000, 'Total', 'Total'),
    needed('currency', 'text', 'PYG', 'Currency code', 'Código de moneda'),
    optional(
      'items',
      'list',
      [
        { description: 'Cambio de aceite 10W-40', quantity: 1, amount: 245000 },
        { description: 'Filtro de aceite', quantity: 1, amount: 68000 },
        { description: 'Mano de obra', quantity: 1, amount: 73000 },
      ],
      'Lines (description, quantity, amount)',
      'Líneas (description, quantity, amount)',
    ),
    optional('tax', 'money', 35091, 'Tax included', 'IVA incluido'),
    optional('payment_method', 'text', 'Tarjeta de débito', 'Paid with', 'Medio de pago'),
    optional(
      'receipt_url',
      'url',
      'https://taller.example/boletas/4571',
      'Address of the receipt',
      'Dirección de la boleta',
    ),
  ],
  subject: {
    en: 'Receipt {{ receipt_number }} from {{ company.name }}',
    es: 'Boleta {{ receipt_number }} de {{ company.name }}',
  },
  preheader: {
    en: 'Paid: {{ total | money: currency }}. No payment is due; the PDF is attached.',
    es: 'Pagado: {{ total | money: currency }}. No debe nada; el PDF va adjunto.',
  },
  sms: {
    en: '{{ company.name }}: receipt {{ receipt_number }}, {{ total | money: currency }} paid. No payment is due.',
    es: '{{ company.name }}: boleta {{ receipt_number }}, {{ total | money: currency }}. Todo pagado, gracias.',
  },
  document: (say) =>
    write({ page: 'grey', width: 520, corners: 'square' }, [
      row({ surface: 'page', padding: [20, 32, 0] }, []),
      row({ padding: [32, 36, 4], edge: { side: 'top', on: 'dark' } }, [
        { kind: 'header', align: 'center', size: 'large' },
        {
          kind: 'text',
          align: 'center',
          muted: true,
          size: 'small',
          content: richText(
            say(
              'Receipt **{{ receipt_number }}**\n{{ issued_on | date: "long" }}',
              'Boleta **{{ receipt_number }}**\n{{ issued_on | date: "long" }}',
            ),
          ),
        },
      ]),
      row({ padding: [16, 36, 0] }, [
        { kind: 'divider', look: 'dashed', space: [0, 20] },
        {
          kind: 'figure',
          align: 'center',
          size: 'huge',
          font: 'mono',
          label: say('Paid', 'Pagado'),
          value: '{{ total | money: currency }}',
        },
        { kind: 'divider', look: 'dashed', space: [20, 8] },
      ]),
      row({ padding: [0, 36, 8], showIf: given('items') }, [
        {
          kind: 'items',
          each: 'items',
          as: 'item',
          font: 'mono',
          columns: [
            { title: say('Item', 'Detalle'), value: '{{ item.description }}' },
            { title: say('Qty', 'Cant.'), value: '{{ item.quantity | default: 1 }}', align: 'right' },
            { title: say('Amount', 'Importe'), value: '{{ item.amount | money: currency }}', align: 'right' },
          ],
        },
      ]),
      row({ padding: [0, 36, 8] }, [
        {
          kind: 'facts',
          look: 'plain',
          font: 'mono',
          rows: [
            {
              label: say('Tax included', 'IVA incluido'),
              value: '{{ tax | money: currency }}',
              showIf: given('tax'),
            },
            {
              label: say('Paid with', 'Medio de pago'),
              value: '{{ payment_method }}',
              showIf: given('payment_method'),
            },
            { label: 'Total', value: '{{ total | money: currency }}', strong: true },
          ],
        },
      ]),
      row({ padding: [8, 36, 32] }, [
        { kind: 'divider', look: 'dashed', space: [0, 20] },
        {
          kind: 'text',
          align: 'center',
          size: 'small',
          content: richText(
            say(
              'The receipt is attached as a PDF. You owe nothing.',
              'La boleta va adjunta en PDF. No debe nada.',
            ),
          ),
        },
        {
          kind: 'button',
          showIf: given('receipt_url'),
          look: 'outline',
          align: 'center',
          label: say('View the receipt', 'Ver la boleta'),
          href: '{{ receipt_url }}',
        },
      ]),
      row({ surface: 'page', padding: [24, 36, 32] }, [
        {
          kind: 'footer',
          reason: say('You get this because you bought from us.', 'Recibe este mensaje por su compra.'),
        },
      ]),
    ]),
});
