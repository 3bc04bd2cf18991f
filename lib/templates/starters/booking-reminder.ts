import { richText } from '../blocks/rich-text/write';
import { defineStarter } from './starter';
import { needed, optional } from './variables';
import { given, row, write } from './write';

/** A ticket: stub in colour with day and hour, perforation, then where to be and what may still change. */
export const bookingReminder = defineStarter({
  key: 'booking-reminder',
  category: 'bookings',
  title: { en: 'Booking reminder', es: 'Recordatorio de reserva' },
  variables: [
    needed('title', 'text', 'Tour a los Saltos del Monday', 'What was booked', 'Qué se reservó'),
    needed('starts_at', 'date', '2026-12-06T10:30:00Z', 'Begins', 'Comienza'),
    optional('place', 'text', 'Presidente Franco, Alto Paraná', 'Place', 'Lugar'),
    optional(
      'meeting_point',
      'text',
      'Plaza de la Paz, frente a la fuente',
      'Meeting point',
      'Punto de encuentro',
    ),
    optional('party_size', 'number', 4, 'People', 'Personas'),
    optional('map_url', 'url', 'https://mapas.example/plaza', 'Address of a map', 'Dirección del mapa'),
    optional(
      'change_url',
      'url',
      'https://viajes.example/reservas/77',
      'Address for changing it',
      'Dirección para cambiarla',
    ),
    optional('cancel_until', 'date', '2026-12-05', 'Free to cancel until', 'Se cancela gratis hasta'),
    optional('weather_note', 'text', 'Se esperan 31 °C: lleve agua y protector solar.', 'Weather', 'Clima'),
  ],
  subject: {
    en: 'Reminder: {{ title }}, {{ starts_at | date: "long" }}',
    es: 'Recordatorio: {{ title }}, {{ starts_at | date: "long" }}',
  },
  preheader: {
    en: 'At {{ starts_at | date: "time" }}. Where to meet and how to change it.',
    es: 'A las {{ starts_at | date: "time" }}. Dónde nos vemos y cómo cambiarla.',
  },
  sms: {
    en: "Reminder: {{ title }}, {{ starts_at | date }} at {{ starts_at | date: 'time' }}. {{ company.name }}",
    es: "Recordatorio: {{ title }}, {{ starts_at | date }} a las {{ starts_at | date: 'time' }}. {{ company.name }}",
  },
  document: (say) =>
    write({ page: 'grey', corners: 'round', accent: '#0e7490', headings: 'round', font: 'round' }, [
      row({ surface: 'page', padding: [24, 32, 16] }, [{ kind: 'header', align: 'center', size: 'small' }]),
      row({ surface: 'accent', corners: 'top', padding: [32, 36, 12] }, [
        {
          kind: 'heading',
          level: 1,
          size: 'large',
          eyebrow: say('See you soon', 'Nos vemos pronto'),
          text: '{{ title }}',
        },
      ]),
      row(
        { surface: 'accent', padding: [8, 36, 28], together: true, gap: 8 },
        {
          width: 42,
          blocks: [
            {
              kind: 'figure',
              size: 'normal',
              label: say('Day', 'Día'),
              value: "{{ starts_at | date: 'day' }} {{ starts_at | date: 'month' }}",
              note: "{{ starts_at | date: 'weekday' }}",
            },
          ],
        },
        {
          width: 30,
          blocks: [
            {
              kind: 'figure',
              size: 'normal',
              label: say('Time', 'Hora'),
              value: "{{ starts_at | date: 'time' }}",
            },
          ],
        },
        {
          width: 28,
          blocks: [
            {
              kind: 'figure',
              size: 'normal',
              label: say('People', 'Personas'),
              value: '{{ party_size }}',
              showIf: given('party_size'),
            },
          ],
        },
      ),
      row({ padding: [0, 20, 0] }, [{ kind: 'divider', look: 'dashed', space: [14, 14] }]),
      row(
        { padding: [8, 36, 8] },
        [
          {
            kind: 'facts',
            look: 'stacked',
            rows: [
              {
                label: say('Meeting point', 'Punto de encuentro'),
                value: '{{ meeting_point }}',
                strong: true,
                showIf: given('meeting_point'),
              },
              { label: say('Place', 'Lugar'), value: '{{ place }}', showIf: given('place') },
            ],
          },
        ],
        [
          {
            kind: 'button',
            look: 'outline',
            align: 'center',
            wide: true,
            showIf: given('map_url'),
            label: say('Open the map', 'Abrir el mapa'),
            href: '{{ map_url }}',
          },
        ],
      ),
      row({ padding: [8, 36, 32], corners: 'bottom' }, [
        {
          kind: 'text',
          content: richText(
            say('Please be there ten minutes before it begins.', 'Llegue diez minutos antes del comienzo.'),
          ),
        },
        {
          kind: 'notice',
          tone: 'info',
          showIf: given('weather_note'),
          content: richText('{{ weather_note }}'),
        },
        {
          kind: 'text',
          size: 'small',
          showIf: given('change_url'),
          content: richText(
            say(
              '{% if cancel_until %}You can cancel free of charge until {{ cancel_until | date: "long" }}. {% endif %}[Change or cancel the booking]({{ change_url }})',
              '{% if cancel_until %}Puede cancelar sin costo hasta el {{ cancel_until | date: "long" }}. {% endif %}[Cambiar o cancelar la reserva]({{ change_url }})',
            ),
          ),
        },
      ]),
      row({ surface: 'page', padding: [20, 32, 32] }, [{ kind: 'footer' }]),
    ]),
});
