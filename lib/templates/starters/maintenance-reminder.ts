import { richText } from '../blocks/rich-text/write';
import { defineStarter } from './starter';
import { needed, optional } from './variables';
import { given, row, write } from './write';

/** An instrument panel: the vehicle on black, the mileage as a bar, what is due in two columns. */
export const maintenanceReminder = defineStarter({
  key: 'maintenance-reminder',
  category: 'maintenance',
  title: { en: 'Maintenance reminder', es: 'Recordatorio de mantenimiento' },
  variables: [
    needed('vehicle', 'text', 'Toyota Hilux 2019', 'Vehicle', 'Vehículo'),
    needed('service_name', 'text', 'cambio de aceite y filtros', 'Service', 'Servicio'),
    optional('due_on', 'date', '2026-12-10', 'Due on', 'Fecha prevista'),
    optional('due_km', 'number', 80000, 'Due at (km)', 'Kilometraje previsto'),
    optional('current_km', 'number', 78450, 'Mileage now (km)', 'Kilometraje actual'),
    optional('last_service_on', 'date', '2026-05-12', 'Last service', 'Último servicio'),
    optional(
      'booking_url',
      'url',
      'https://taller.example/turnos',
      'Address for booking',
      'Dirección de turnos',
    ),
  ],
  subject: { en: '{{ vehicle }}: {{ service_name }} is due', es: '{{ vehicle }}: toca {{ service_name }}' },
  preheader: {
    en: 'Book a time now; it takes less than an hour in the workshop.',
    es: 'Reserve su turno; en el taller lleva menos de una hora.',
  },
  sms: {
    en: '{{ vehicle }}: {{ service_name }} is due. {{ company.name }}',
    es: '{{ vehicle }}: toca {{ service_name }}. {{ company.name }}',
  },
  document: (say) =>
    write({ page: 'grey', corners: 'square', accent: '#ea580c', font: 'wide', headings: 'wide' }, [
      row({ surface: 'dark', padding: [24, 36, 8] }, [
        { kind: 'header', size: 'small', aside: say('Workshop', 'Taller') },
      ]),
      row({ surface: 'dark', padding: [20, 36, 36], edge: { side: 'bottom', on: 'accent' } }, [
        { kind: 'heading', level: 1, size: 'display', text: '{{ vehicle }}', space: [0, 6] },
        {
          kind: 'text',
          content: richText(say('Next: **{{ service_name }}**', 'Toca: **{{ service_name }}**')),
          size: 'large',
          space: [0, 20],
        },
        {
          kind: 'progress',
          thick: true,
          showIf: given('due_km'),
          label: say(
            '{{ current_km | default: 0 | number }} km now',
            '{{ current_km | default: 0 | number }} km hoy',
          ),
          value: '{{ due_km | number }} km',
          of: 'current_km',
          total: 'due_km',
        },
      ]),
      row(
        { padding: [28, 36, 8], showIf: given('due_on') },
        [
          {
            kind: 'figure',
            size: 'normal',
            label: say('Best before', 'Conviene antes del'),
            value: "{{ due_on | date: 'medium' }}",
          },
        ],
        [
          {
            kind: 'figure',
            size: 'normal',
            showIf: given('last_service_on'),
            label: say('Last service', 'Último servicio'),
            value: "{{ last_service_on | date: 'medium' }}",
          },
        ],
      ),
      row({ padding: [16, 36, 36] }, [
        {
          kind: 'text',
          content: richText(
            say(
              'Old oil wears the engine out. Book now and choose the hour that suits you: we tell you the price before we begin.',
              'El aceite vencido desgasta el motor. Reserve ahora y elija la hora que le convenga: le decimos el precio antes de empezar.',
            ),
          ),
        },
        {
          kind: 'button',
          showIf: given('booking_url'),
          label: say('Book a time', 'Reservar turno'),
          href: '{{ booking_url }}',
          space: [8, 0],
        },
      ]),
      row({ surface: 'page', padding: [24, 36, 32] }, [
        {
          kind: 'footer',
          align: 'left',
          reason: say(
            'You get this because we looked after your vehicle before.',
            'Recibe este aviso porque ya atendimos su vehículo.',
          ),
        },
      ]),
    ]),
});
