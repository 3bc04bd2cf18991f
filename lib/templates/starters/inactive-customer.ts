import { richText } from '../blocks/rich-text/write';
import { defineStarter } from './starter';
import { optional } from './variables';
import { given, row, write } from './write';

/** A postcard: one colour to the edges, one large sentence, and the offer as a coupon to cut out. */
export const inactiveCustomer = defineStarter({
  key: 'inactive-customer',
  category: 'reactivation',
  title: { en: 'We miss you', es: 'Te extrañamos' },
  variables: [
    optional('last_visit_on', 'date', '2026-06-14', 'Last visit', 'Última visita'),
    optional('offer', 'text', '20 % en tu próxima visita', 'Offer', 'Oferta'),
    optional('offer_until', 'date', '2026-12-31', 'Offer ends on', 'Oferta válida hasta'),
    optional(
      'booking_url',
      'url',
      'https://salon.example/reservas',
      'Address for booking',
      'Dirección de reservas',
    ),
  ],
  subject: { en: 'We have missed you', es: 'Hace tiempo que no te vemos' },
  preheader: {
    en: 'A small present for your next visit, because we would like to see you.',
    es: 'Un regalo para tu próxima visita, porque queremos volver a verte.',
  },
  sms: {
    en: 'It has been a while. We would love to see you at {{ company.name }}. Stop: {{ unsubscribe_url }}',
    es: 'Hace tiempo que no te vemos. Te esperamos en {{ company.name }}. Baja: {{ unsubscribe_url }}',
  },
  document: (say) =>
    write({ page: 'warm', corners: 'round', accent: '#9d3c50', headings: 'serif', font: 'serif' }, [
      row({ surface: 'accent', wide: true, padding: [56, 40, 60] }, [
        { kind: 'header', align: 'center', font: 'serif', space: [0, 44] },
        { kind: 'emblem', sign: 'heart', on: 'accentSoft', align: 'center', space: [0, 28] },
        {
          kind: 'heading',
          level: 1,
          size: 'display',
          align: 'center',
          text: say(
            'It has been a while{% if recipient.name %}, {{ recipient.name }}{% endif %}.',
            'Hace tiempo que no te vemos{% if recipient.name %}, {{ recipient.name }}{% endif %}.',
          ),
        },
        {
          kind: 'text',
          align: 'center',
          size: 'large',
          showIf: given('last_visit_on'),
          content: richText(
            say(
              'You were last here on {{ last_visit_on | date: "long" }}. We would love to see you again.',
              'Tu última visita fue el {{ last_visit_on | date: "long" }}. Nos encantaría recibirte otra vez.',
            ),
          ),
        },
      ]),
      row({ surface: 'page', padding: [40, 40, 12], showIf: given('offer') }, [
        {
          kind: 'figure',
          look: 'dashed',
          align: 'center',
          size: 'normal',
          label: say('For you', 'Para ti'),
          value: '{{ offer }}',
          note: say(
            '{% if offer_until %}Until {{ offer_until | date: "long" }}{% endif %}',
            '{% if offer_until %}Hasta el {{ offer_until | date: "long" }}{% endif %}',
          ),
        },
      ]),
      row({ surface: 'page', padding: [20, 40, 20] }, [
        {
          kind: 'button',
          align: 'center',
          showIf: given('booking_url'),
          label: say('Book a visit', 'Reservar una visita'),
          href: '{{ booking_url }}',
        },
        {
          kind: 'text',
          align: 'center',
          content: richText(
            say(
              'Was something not right last time? Reply and tell us: we read every answer.',
              '¿Algo no estuvo bien la última vez? Responde y cuéntanos: leemos todas las respuestas.',
            ),
          ),
        },
      ]),
      row({ surface: 'page', padding: [12, 40, 40] }, [
        { kind: 'divider', look: 'dotted', space: [0, 20] },
        {
          kind: 'footer',
          unsubscribe: true,
          reason: say(
            'You get our offers because you are a customer of ours.',
            'Recibes nuestras ofertas porque eres cliente.',
          ),
        },
      ]),
    ]),
});
