import { richText } from '../blocks/rich-text/write';
import { defineStarter } from './starter';
import { needed, optional } from './variables';
import { type BlockWords, equals, given, row, write } from './write';

/** A course card: the progress as a bar, a head that fits each of the six kinds, the trainer as a person. */
export const trainingReminder = defineStarter({
  key: 'training-reminder',
  category: 'training',
  title: { en: 'Training reminder', es: 'Recordatorio de capacitación' },
  variables: [
    needed(
      'kind',
      'text',
      'due_soon',
      'Kind (enrolled, starts_soon, incomplete, due_soon, overdue, certificate_expiring)',
      'Tipo (enrolled, starts_soon, incomplete, due_soon, overdue, certificate_expiring)',
    ),
    needed('course', 'text', 'Manejo seguro de alimentos', 'Course', 'Curso'),
    optional('due_on', 'date', '2026-12-11', 'Day', 'Fecha'),
    optional('progress', 'number', 60, 'Progress (%)', 'Avance (%)'),
    optional(
      'action_url',
      'url',
      'https://aula.example/cursos/12',
      'Address of the course',
      'Dirección del curso',
    ),
    optional('trainer', 'text', 'Lic. Marta Ayala', 'Trainer', 'Instructora'),
  ],
  subject: {
    en: '{{ course }}{% case kind %}{% when "enrolled" %}: you are enrolled{% when "starts_soon" %} starts soon{% when "overdue" %} is overdue{% when "certificate_expiring" %}: your certificate expires{% when "incomplete" %}: go on where you stopped{% else %}{% if due_on %}: due {{ due_on | date: "long" }}{% endif %}{% endcase %}',
    es: '{{ course }}{% case kind %}{% when "enrolled" %}: ya tienes tu lugar{% when "starts_soon" %} empieza pronto{% when "overdue" %}: venció el plazo{% when "certificate_expiring" %}: vence tu certificado{% when "incomplete" %}: sigue donde lo dejaste{% else %}{% if due_on %}: te queda hasta el {{ due_on | date: "long" }}{% endif %}{% endcase %}',
  },
  preheader: {
    en: 'See how far you have come and what is left to do in the course.',
    es: 'Mira cuánto avanzaste y qué te falta para terminar el curso.',
  },
  sms: {
    en: '{{ course }}: see what is left to do. {{ company.name }}',
    es: '{{ course }}: mira lo que te falta. {{ company.name }}',
  },
  document: (say) => {
    const head = (kind: string, english: string, spanish: string): BlockWords => ({
      kind: 'heading',
      level: 1,
      size: 'large',
      text: say(english, spanish),
      showIf: equals('kind', kind),
      space: [0, 12],
    });
    return write({ page: 'warm', corners: 'round', accent: '#3f6212' }, [
      row(
        { surface: 'page', padding: [28, 32, 16], together: true, align: 'middle' },
        { width: 76, blocks: [{ kind: 'header' }] },
        {
          width: 24,
          blocks: [
            { kind: 'emblem', sign: 'star', on: 'accent', shape: 'square', size: 'small', align: 'right' },
          ],
        },
      ),
      row({ padding: [36, 36, 12], corners: 'top' }, [
        head('enrolled', 'You are enrolled', 'Ya tienes tu lugar'),
        head('starts_soon', 'Your course starts soon', 'Tu curso empieza pronto'),
        head('incomplete', 'Go on where you stopped', 'Sigue donde lo dejaste'),
        head('due_soon', 'The deadline is near', 'Se acerca la fecha'),
        head('overdue', 'The deadline has passed', 'Se pasó la fecha'),
        head('certificate_expiring', 'Your certificate expires', 'Tu certificado está por vencer'),
        { kind: 'heading', level: 2, size: 'normal', ink: 'accent', text: '{{ course }}' },
        {
          kind: 'progress',
          showIf: given('progress'),
          thick: true,
          label: say('Your progress', 'Tu avance'),
          value: '{{ progress | number }} %',
          of: 'progress',
          space: [8, 8],
        },
      ]),
      row(
        { padding: [12, 36, 12] },
        [
          {
            kind: 'facts',
            look: 'stacked',
            showIf: given('due_on'),
            rows: [{ label: say('Day', 'Fecha'), value: "{{ due_on | date: 'full' }}", strong: true }],
          },
        ],
        [
          {
            kind: 'facts',
            look: 'stacked',
            showIf: given('trainer'),
            rows: [{ label: say('With', 'Con'), value: '{{ trainer }}', strong: true }],
          },
        ],
      ),
      row({ padding: [4, 36, 36], corners: 'bottom' }, [
        {
          kind: 'button',
          showIf: given('action_url'),
          label: say('Go to the course', 'Ir al curso'),
          href: '{{ action_url }}',
        },
      ]),
      row({ surface: 'page', padding: [20, 32, 32] }, [
        {
          kind: 'text',
          align: 'center',
          size: 'small',
          muted: true,
          content: richText(say('Ten minutes a day are enough.', 'Con diez minutos por día alcanza.')),
        },
        {
          kind: 'footer',
          reason: say(
            'You get this because you take part in this training.',
            'Recibes este mensaje porque participas en esta capacitación.',
          ),
        },
      ]),
    ]);
  },
});
