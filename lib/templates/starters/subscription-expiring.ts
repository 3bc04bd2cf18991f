import { richText } from '../blocks/rich-text/write';
import { defineStarter } from './starter';
import { needed, optional } from './variables';
import { given, row, write } from './write';

/** A countdown: the day as a leaf of a calendar on a tinted band, what happens on it in words beside. */
export const subscriptionExpiring = defineStarter({
  key: 'subscription-expiring',
  category: 'subscriptions',
  title: { en: 'Subscription expiring', es: 'Suscripción por vencer' },
  variables: [
    needed('plan_name', 'text', 'Profesional', 'Plan', 'Plan'),
    needed('ends_on', 'date', '2026-12-04', 'Ends on', 'Vence el'),
    needed(
      'renew_url',
      'url',
      'https://gestor.example/renovar',
      'Address for renewing',
      'Dirección de renovación',
    ),
    optional('days_left', 'number', 7, 'Days left', 'Días restantes'),
    optional('price', 'money', 290000, 'Price', 'Precio'),
  ],
  subject: {
    en: 'Your {{ plan_name }} plan ends on {{ ends_on | date: "long" }}',
    es: 'Tu plan {{ plan_name }} vence el {{ ends_on | date: "long" }}',
  },
  preheader: {
    en: 'Renew it in two minutes and keep everything as it is.',
    es: 'Renuévalo en dos minutos y sigue con todo como está.',
  },
  sms: {
    en: 'Your {{ plan_name }} plan ends on {{ ends_on | date }}. Renew: {{ renew_url }}',
    es: 'Tu plan {{ plan_name }} vence el {{ ends_on | date }}. Renueva: {{ renew_url }}',
  },
  document: (say) =>
    write({ page: 'white', corners: 'round', accent: '#6d28d9', headings: 'round' }, [
      row({ surface: 'page', padding: [28, 32, 20] }, [
        { kind: 'header', aside: say('Plan {{ plan_name }}', 'Plan {{ plan_name }}') },
      ]),
      row(
        { surface: 'accentSoft', corners: 'all', padding: [32, 32, 32], align: 'middle' },
        { width: 32, blocks: [{ kind: 'day', of: 'ends_on', on: 'accent', size: 'large' }] },
        {
          width: 68,
          blocks: [
            {
              kind: 'heading',
              level: 1,
              size: 'large',
              text: say(
                'Your plan ends on {{ ends_on | date: "long" }}',
                'Tu plan vence el {{ ends_on | date: "long" }}',
              ),
            },
            {
              kind: 'text',
              size: 'large',
              showIf: given('days_left'),
              content: richText(
                say(
                  '**{{ days_left | plural: "# day", "# days" }}** left to renew.',
                  'Te {{ days_left | plural: "queda", "quedan" }} **{{ days_left | plural: "# día", "# días" }}** para renovar.',
                ),
              ),
            },
          ],
        },
      ),
      row({ surface: 'page', padding: [32, 32, 16] }, [
        {
          kind: 'text',
          content: richText(
            say(
              'Hello{% if recipient.name %} {{ recipient.name }}{% endif %},\n\nRenew before that day and nothing changes: your data, your users and your settings stay where they are. If you do nothing, the account can be read but not used from the next day on.',
              'Hola{% if recipient.name %}, {{ recipient.name }}{% endif %}:\n\nSi renuevas antes de ese día, nada cambia: tus datos, tus usuarios y tus ajustes quedan donde están. Si no haces nada, desde el día siguiente la cuenta se puede consultar, pero no usar.',
            ),
          ),
        },
        {
          kind: 'button',
          space: [8, 8],
          label: say('Renew the plan', 'Renovar el plan'),
          href: '{{ renew_url }}',
        },
        {
          kind: 'text',
          muted: true,
          size: 'small',
          showIf: given('price'),
          content: richText(
            say(
              '{{ price | money }} a month, as until now.',
              '{{ price | money }} por mes, como hasta ahora.',
            ),
          ),
        },
      ]),
      row({ surface: 'page', padding: [16, 32, 36] }, [
        { kind: 'divider', widthPercent: 15, look: 'thick', space: [0, 18] },
        { kind: 'footer', align: 'left' },
      ]),
    ]),
});
