import type { ExampleSet } from '../example-set';

const kindOf = (value: string) => [{ name: 'kind', required: false, default: value, example: value }];
const STILL_OPEN = [{ field: 'finished', op: 'eq' as const, value: false }];

/** Tours on the day before, and the deadlines of trainings. */
export const agency: ExampleSet = {
  key: 'agency',
  templates: [],
  types: [
    {
      key: 'tour-reminder',
      title: { en: 'Tour tomorrow', es: 'Excursión mañana' },
      template: 'booking-reminder',
      steps: [{ channel: 'email' }],
    },
    {
      key: 'training-due',
      title: { en: 'Training: deadline near', es: 'Capacitación: se acerca el plazo' },
      template: 'training-reminder',
      steps: [{ channel: 'email' }],
      variables: kindOf('due_soon'),
    },
    {
      key: 'training-overdue',
      title: { en: 'Training: overdue', es: 'Capacitación: plazo vencido' },
      template: 'training-reminder',
      steps: [{ channel: 'email' }],
      variables: kindOf('overdue'),
    },
  ],
  kinds: [
    {
      key: 'booking',
      title: { en: 'Booking', es: 'Reserva' },
      fields: [
        { name: 'title', type: 'text', label: { en: 'Tour', es: 'Excursión' } },
        { name: 'starts_on', type: 'date', label: { en: 'Day', es: 'Día' } },
        { name: 'starts_at', type: 'text', label: { en: 'Moment', es: 'Momento' } },
      ],
    },
    {
      key: 'enrolment',
      title: { en: 'Enrolment', es: 'Inscripción' },
      fields: [
        { name: 'course', type: 'text', label: { en: 'Course', es: 'Curso' } },
        { name: 'due_on', type: 'date', label: { en: 'Deadline', es: 'Plazo' } },
        { name: 'finished', type: 'boolean', label: { en: 'Finished', es: 'Terminado' } },
      ],
    },
  ],
  rules: [
    {
      title: { en: 'Tour tomorrow', es: 'Excursión mañana' },
      kind: 'booking',
      type: 'tour-reminder',
      before: { field: 'starts_on', days: [1] },
      cron: '0 */3 * * *',
    },
    {
      title: { en: 'Deadline in a week, and tomorrow', es: 'Plazo en una semana, y mañana' },
      kind: 'enrolment',
      type: 'training-due',
      conditions: STILL_OPEN,
      before: { field: 'due_on', days: [7, 1] },
      cron: '0 9 * * *',
    },
    {
      title: { en: 'Deadline passed yesterday', es: 'El plazo venció ayer' },
      kind: 'enrolment',
      type: 'training-overdue',
      conditions: STILL_OPEN,
      before: { field: 'due_on', days: [-1] },
      cron: '0 9 * * *',
    },
  ],
};
