import { richText } from '../blocks/rich-text/write';
import { defineStarter } from './starter';
import { needed, optional } from './variables';
import { given, row, write } from './write';

/** An official form: ruled fields in a frame, the number plate in a box of its own, what to bring as a list to tick off. */
export const inspectionDue = defineStarter({
  key: 'inspection-due',
  category: 'inspections',
  title: { en: 'Inspection due', es: 'Revisión técnica por vencer' },
  variables: [
    needed('vehicle', 'text', 'Kia Sportage 2017', 'Vehicle', 'Vehículo'),
    needed('due_on', 'date', '2026-12-18', 'Due by', 'Fecha límite'),
    optional('plate', 'text', 'ABC 123', 'Number plate', 'Chapa'),
    optional('place', 'text', 'Planta verificadora, Ruta 2, km 14', 'Where', 'Lugar'),
    optional(
      'booking_url',
      'url',
      'https://taller.example/revision',
      'Address for booking',
      'Dirección de turnos',
    ),
  ],
  subject: {
    en: 'Inspection of {{ vehicle }} due by {{ due_on | date: "long" }}',
    es: 'Revisión de {{ vehicle }} antes del {{ due_on | date: "long" }}',
  },
  preheader: {
    en: 'What to bring and where to go, so that one visit is enough.',
    es: 'Qué llevar y adónde ir, para que alcance con una sola visita.',
  },
  sms: {
    en: '{{ vehicle }}: inspection due by {{ due_on | date }}. {{ company.name }}',
    es: '{{ vehicle }} debe pasar el control antes del {{ due_on | date }}. {{ company.name }}',
  },
  document: (say) =>
    write({ page: 'white', corners: 'square', accent: '#0f766e' }, [
      row({ surface: 'page', padding: [32, 32, 12] }, [{ kind: 'header', align: 'center' }]),
      row({ surface: 'page', padding: [0, 32, 20] }, [
        { kind: 'divider', look: 'thick', space: [0, 18] },
        {
          kind: 'heading',
          level: 1,
          align: 'center',
          size: 'large',
          font: 'serif',
          text: say('Vehicle inspection', 'Revisión técnica vehicular'),
          space: [0, 0],
        },
        { kind: 'divider', look: 'thick', space: [18, 0] },
      ]),
      row(
        { surface: 'page', padding: [8, 32, 16], align: 'middle' },
        [
          {
            kind: 'figure',
            look: 'dashed',
            align: 'center',
            font: 'mono',
            size: 'large',
            label: say('Number plate', 'Chapa'),
            value: '{{ plate }}',
            showIf: given('plate'),
          },
          { kind: 'text', align: 'center', content: richText('**{{ vehicle }}**') },
        ],
        [
          {
            kind: 'text',
            align: 'center',
            muted: true,
            size: 'small',
            content: richText(say('Inspect it by', 'Revisar antes del')),
            space: [0, 8],
          },
          { kind: 'day', of: 'due_on', on: 'accent', align: 'center', size: 'large' },
        ],
      ),
      row({ surface: 'accentSoft', padding: [28, 32, 12] }, [
        { kind: 'heading', size: 'small', text: say('Bring with you', 'Lleve con usted') },
        {
          kind: 'steps',
          marks: 'checks',
          on: 'accent',
          steps: [
            {
              title: say('Vehicle papers', 'Cédula verde'),
              text: say('The original, not a copy', 'El original, no una copia'),
            },
            {
              title: say('Your driving licence', 'Su registro de conducir'),
              text: say('It must still be valid', 'Que esté vigente'),
            },
            {
              title: say('Warning triangle and extinguisher', 'Balizas y extintor'),
              text: say('They are checked, too', 'También se revisan'),
            },
          ],
        },
      ]),
      row({ surface: 'page', padding: [24, 32, 24] }, [
        {
          kind: 'facts',
          rows: [{ label: say('Where', 'Lugar'), value: '{{ place }}' }],
          showIf: given('place'),
        },
        {
          kind: 'button',
          align: 'center',
          showIf: given('booking_url'),
          label: say('Book the inspection', 'Reservar la revisión'),
          href: '{{ booking_url }}',
          space: [12, 0],
        },
      ]),
      row({ surface: 'page', padding: [8, 32, 36] }, [
        { kind: 'divider', space: [0, 18] },
        { kind: 'footer' },
      ]),
    ]),
});
