import { richText } from '../blocks/rich-text/write';
import { defineStarter } from './starter';
import { needed, optional } from './variables';
import { given, row, write } from './write';

/** The lights are off: a dark head that says it in two lines, then what still works and what does not, beside each other. */
export const subscriptionExpired = defineStarter({
  key: 'subscription-expired',
  category: 'subscriptions',
  title: { en: 'Subscription expired', es: 'Suscripción vencida' },
  variables: [
    needed('plan_name', 'text', 'Profesional', 'Plan', 'Plan'),
    needed('ended_on', 'date', '2026-11-26', 'Ended on', 'Venció el'),
    needed(
      'renew_url',
      'url',
      'https://gestor.example/renovar',
      'Address for renewing',
      'Dirección de renovación',
    ),
    optional('data_kept_until', 'date', '2027-02-26', 'Data kept until', 'Datos guardados hasta'),
  ],
  subject: { en: 'Your {{ plan_name }} plan has expired', es: 'Tu plan {{ plan_name }} venció' },
  preheader: {
    en: 'Your data is safe. Renew to go on working where you left off.',
    es: 'Tus datos están a salvo. Renueva y sigue donde lo dejaste.',
  },
  sms: {
    en: 'Your {{ plan_name }} plan has expired; your data is safe. Renew: {{ renew_url }}',
    es: 'Tu plan {{ plan_name }} ha vencido; tus datos siguen a salvo. Renueva: {{ renew_url }}',
  },
  document: (say) =>
    write({ page: 'dark', corners: 'soft', accent: '#f59e0b' }, [
      row({ surface: 'page', padding: [40, 40, 40] }, [
        { kind: 'header', size: 'small', space: [0, 40] },
        {
          kind: 'heading',
          level: 1,
          size: 'display',
          eyebrow: say('Ended on {{ ended_on | date: "long" }}', 'Venció el {{ ended_on | date: "long" }}'),
          text: say('Your {{ plan_name }} plan has expired.', 'Tu plan {{ plan_name }} venció.'),
        },
        {
          kind: 'text',
          size: 'large',
          content: richText(
            say(
              'Nothing is lost. You can go on in two minutes.',
              'No se perdió nada. Puedes seguir en dos minutos.',
            ),
          ),
        },
        { kind: 'button', label: say('Renew now', 'Renovar ahora'), href: '{{ renew_url }}', space: [8, 0] },
      ]),
      row(
        { padding: [36, 40, 28], gap: 32 },
        [
          { kind: 'heading', size: 'small', text: say('Still there', 'Sigue ahí') },
          {
            kind: 'steps',
            marks: 'checks',
            on: 'successSoft',
            steps: [
              { title: say('All your data', 'Todos tus datos') },
              { title: say('Signing in and reading', 'Entrar y consultar') },
              { title: say('Exporting to CSV', 'Exportar a CSV') },
            ],
          },
        ],
        [
          { kind: 'heading', size: 'small', text: say('Stopped', 'Detenido') },
          {
            kind: 'steps',
            marks: 'dots',
            on: 'danger',
            steps: [
              { title: say('New records', 'Registros nuevos') },
              { title: say('Automatic notices', 'Avisos automáticos') },
              { title: say('Access of your team', 'Acceso de tu equipo') },
            ],
          },
        ],
      ),
      row({ surface: 'soft', padding: [20, 40, 24], showIf: given('data_kept_until') }, [
        {
          kind: 'text',
          size: 'small',
          content: richText(
            say(
              'We keep your data until **{{ data_kept_until | date: "long" }}**. After that it is deleted for good.',
              'Guardamos tus datos hasta el **{{ data_kept_until | date: "long" }}**. Después se eliminan para siempre.',
            ),
          ),
        },
      ]),
      row({ surface: 'page', padding: [28, 40, 40] }, [{ kind: 'footer', align: 'left' }]),
    ]),
});
