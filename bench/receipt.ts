const row = `<tr><td style="padding:4px 0">{{ item.name }}</td><td align="right">{{ item.quantity | number }}</td><td align="right">{{ item.price | money: currency }}</td></tr>`;

/** A receipt as a garage sends it: head, lines, total, a button and the foot. */
export const RECEIPT = {
  key: 'receipt',
  title: 'Boleta',
  category: 'receipts' as const,
  texts: {
    es: {
      subject: 'Boleta {{ receipt_number }} de {{ company.name }}',
      preheader: 'Total: {{ total | money: currency }}',
      source: `<mjml><mj-body background-color="#f4f5f7">
<mj-section background-color="#1f4e79"><mj-column><mj-text color="#ffffff" font-size="20px">{{ company.name }}</mj-text></mj-column></mj-section>
<mj-section background-color="#ffffff"><mj-column>
<mj-text>Hola {{ recipient.name | default: "cliente" }}, esta es su boleta {{ receipt_number }} del {{ issued_on | date: "long" }}.</mj-text>
<mj-table><tr><th align="left">Detalle</th><th align="right">Cantidad</th><th align="right">Precio</th></tr>{% for item in items %}${row}{% endfor %}<tr><td colspan="2">Total</td><td align="right"><b>{{ total | money: currency }}</b></td></tr></mj-table>
<mj-button href="{{ receipt_url }}">Ver la boleta</mj-button>
<mj-text font-size="13px" color="#555555">{% if payment_method %}Pagado con {{ payment_method }}.{% endif %} {{ company.address | default: "" }}</mj-text>
</mj-column></mj-section></mj-body></mjml>`,
    },
  },
  variables: [
    { name: 'receipt_number', required: true, example: '001-002-0001234' },
    { name: 'issued_on', type: 'date' as const, required: true, example: '2026-11-28' },
    { name: 'total', type: 'money' as const, required: true, example: 450_000 },
    { name: 'currency', required: true, example: 'PYG' },
    { name: 'receipt_url', type: 'url' as const, required: true, example: 'https://garage.example.com/r/1' },
    { name: 'payment_method', example: 'tarjeta' },
    { name: 'items', type: 'list' as const, required: true, example: [{ name: 'x', quantity: 1, price: 1 }] },
  ],
};

export const RECEIPT_VARIABLES = {
  receipt_number: '001-002-0001234',
  issued_on: '2026-11-28',
  total: 450_000,
  currency: 'PYG',
  receipt_url: 'https://garage.example.com/r/1234',
  payment_method: 'tarjeta',
  items: Array.from({ length: 5 }, (_, n) => ({ name: `Repuesto ${n + 1}`, quantity: n + 1, price: 30_000 })),
};
