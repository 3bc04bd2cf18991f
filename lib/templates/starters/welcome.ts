import { richText } from '../blocks/rich-text/write';
import { defineStarter } from './starter';
import { needed, optional } from './variables';
import { given, row, write } from './write';

/** A door: a tall greeting in the company's colour, the button in it, the first steps numbered below. */
export const welcome = defineStarter({
  key: 'welcome',
  category: 'welcome',
  title: { en: 'Welcome', es: 'Bienvenida' },
  variables: [
    needed(
      'action_url',
      'url',
      'https://cuenta.example/empezar',
      'Address for beginning',
      'Dirección para empezar',
    ),
    optional('invited_by', 'text', 'Carlos Giménez', 'Invited by', 'Invita'),
    optional('expires_on', 'date', '2026-12-04', 'Link valid until', 'Enlace válido hasta'),
    optional('username', 'text', 'ana.benitez', 'User name', 'Nombre de usuario'),
    optional(
      'steps',
      'list',
      [
        { title: 'Elija su contraseña', text: 'Con el botón de arriba' },
        { title: 'Complete sus datos', text: 'Dos minutos, una sola vez' },
        { title: 'Listo para usar', text: 'En la computadora y en el teléfono' },
      ],
      'First steps (title, text)',
      'Primeros pasos (title, text)',
    ),
  ],
  subject: { en: 'Welcome to {{ company.name }}', es: 'Te damos la bienvenida a {{ company.name }}' },
  preheader: {
    en: 'Your account is ready: choose a password and begin.',
    es: 'Tu cuenta está lista: elige una contraseña y empieza.',
  },
  sms: {
    en: 'Welcome to {{ company.name }}. Begin here: {{ action_url }}',
    es: 'Te damos la bienvenida a {{ company.name }}. Empieza: {{ action_url }}',
  },
  document: (say) =>
    write({ page: 'white', corners: 'round' }, [
      row({ surface: 'accent', wide: true, padding: [40, 40, 52] }, [
        { kind: 'header', space: [0, 56] },
        {
          kind: 'heading',
          level: 1,
          size: 'display',
          text: say(
            'Welcome{% if recipient.name %}, {{ recipient.name }}{% endif %}',
            'Te damos la bienvenida{% if recipient.name %}, {{ recipient.name }}{% endif %}',
          ),
        },
        {
          kind: 'text',
          size: 'large',
          content: richText(
            say(
              '{% if invited_by %}{{ invited_by }} invited you. {% endif %}Your account is ready.',
              '{% if invited_by %}{{ invited_by }} te envió esta invitación. {% endif %}Tu cuenta está lista.',
            ),
          ),
        },
        { kind: 'button', label: say('Begin', 'Empezar'), href: '{{ action_url }}', space: [12, 0] },
      ]),
      row({ surface: 'page', padding: [36, 40, 8], showIf: given('steps') }, [
        { kind: 'heading', text: say('Your first steps', 'Tus primeros pasos'), space: [0, 18] },
        {
          kind: 'steps',
          over: { each: 'steps', as: 'step' },
          steps: [{ title: '{{ step.title }}', text: '{{ step.text }}' }],
        },
      ]),
      row({ surface: 'page', padding: [24, 40, 12] }, [
        {
          kind: 'facts',
          showIf: given('username'),
          rows: [
            { label: say('User name', 'Nombre de usuario'), value: '{{ username }}', strong: true },
            {
              label: say('Link valid until', 'Enlace válido hasta'),
              value: "{{ expires_on | date: 'long' }}",
              showIf: given('expires_on'),
            },
          ],
        },
        {
          kind: 'text',
          size: 'small',
          muted: true,
          content: richText(
            say(
              'Questions? Just reply to this message: a person answers.',
              '¿Dudas? Responde a este mensaje: contesta una persona.',
            ),
          ),
        },
      ]),
      row({ surface: 'page', padding: [20, 40, 40] }, [
        { kind: 'divider', space: [0, 20] },
        {
          kind: 'footer',
          align: 'left',
          contact: false,
          reason: say(
            'You get this because an account was opened for you.',
            'Recibes este mensaje porque se abrió una cuenta a tu nombre.',
          ),
        },
      ]),
    ]),
});
