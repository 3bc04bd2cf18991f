import { richText } from '../blocks/rich-text/write';
import { defineStarter } from './starter';
import { needed, optional } from './variables';
import { equals, given, row, write } from './write';

/** A pager: the severity as a strip, facts in even width, what it does beside what to do, nothing that adorns. */
export const alert = defineStarter({
  key: 'alert',
  category: 'alerts',
  title: { en: 'Alert to staff', es: 'Alerta al personal' },
  variables: [
    needed('title', 'text', 'La cola de envíos no avanza', 'Title', 'Título'),
    needed(
      'severity',
      'text',
      'critical',
      'Severity (critical, warning, info, resolved)',
      'Gravedad (critical, warning, info, resolved)',
    ),
    optional('what', 'text', '412 mensajes esperan hace más de 10 minutos.', 'What happened', 'Qué pasó'),
    optional('since', 'date', '2026-11-27T14:12:00Z', 'Since', 'Desde'),
    optional('effect', 'text', 'Las boletas salen con demora; ninguna se pierde.', 'Effect', 'Efecto'),
    optional('action', 'text', 'Revise si el servidor de correo responde.', 'What to do', 'Qué hacer'),
    optional('action_url', 'url', 'https://panel.example/cola', 'Address for more', 'Dirección para ver más'),
    optional(
      'details',
      'list',
      [
        { name: 'Servidor', value: 'smtp-1.interno' },
        { name: 'En espera', value: '412' },
        { name: 'Última entrega', value: '11:01:44' },
      ],
      'Details (name, value)',
      'Detalles (name, value)',
    ),
  ],
  subject: { en: '[{{ severity }}] {{ title }}', es: '[{{ severity }}] {{ title }}' },
  preheader: {
    en: '{{ what | default: "See what happened, what it affects and what to do." }}',
    es: '{{ what | default: "Vea qué pasó, a qué afecta y qué conviene hacer." }}',
  },
  sms: {
    en: '[{{ severity }}] {{ title }}',
    es: '[{{ severity }}] {{ title }}',
  },
  document: (say) => {
    const strip = (
      severity: string,
      on: 'danger' | 'warning' | 'accent' | 'success',
      english: string,
      spanish: string,
    ) =>
      row({ surface: on, padding: [12, 28, 12], showIf: equals('severity', severity) }, [
        { kind: 'text', content: richText(`**${say(english, spanish)}**`) },
      ]);
    return write({ page: 'grey', corners: 'square', accent: '#1d4ed8' }, [
      row({ surface: 'page', padding: [16, 28, 12] }, [
        { kind: 'header', size: 'small', aside: say('System alert', 'Alerta del sistema') },
      ]),
      strip('critical', 'danger', '! CRITICAL', '! CRÍTICA'),
      strip('warning', 'warning', '! WARNING', '! ADVERTENCIA'),
      strip('info', 'accent', 'i NOTE', 'i AVISO'),
      strip('resolved', 'success', '✓ RESOLVED', '✓ RESUELTA'),
      row({ padding: [24, 28, 8] }, [
        { kind: 'heading', level: 1, size: 'large', text: '{{ title }}' },
        { kind: 'text', showIf: given('what'), content: richText('{{ what }}') },
        {
          kind: 'text',
          size: 'small',
          muted: true,
          showIf: given('since'),
          content: richText(
            say('Since {{ since | date: "datetime" }}', 'Desde {{ since | date: "datetime" }}'),
          ),
        },
      ]),
      row(
        { padding: [8, 28, 24] },
        [
          {
            kind: 'heading',
            level: 2,
            size: 'small',
            showIf: given('effect'),
            text: say('What it affects', 'A qué afecta'),
            space: [0, 4],
          },
          { kind: 'text', showIf: given('effect'), content: richText('{{ effect }}') },
        ],
        [
          {
            kind: 'heading',
            level: 2,
            size: 'small',
            showIf: given('action'),
            text: say('What to do', 'Qué hacer'),
            space: [0, 4],
          },
          { kind: 'text', showIf: given('action'), content: richText('{{ action }}') },
        ],
      ),
      row({ surface: 'soft', padding: [14, 28, 14], showIf: given('details') }, [
        {
          kind: 'items',
          each: 'details',
          as: 'detail',
          font: 'mono',
          columns: [
            { title: say('Detail', 'Detalle'), value: '{{ detail.name }}' },
            { title: say('Value', 'Valor'), value: '{{ detail.value }}', align: 'right' },
          ],
        },
      ]),
      row({ padding: [20, 28, 24], showIf: given('action_url') }, [
        {
          kind: 'button',
          label: say('Open the panel', 'Abrir el panel'),
          href: '{{ action_url }}',
          showAddress: true,
        },
      ]),
      row({ surface: 'page', padding: [20, 28, 28] }, [
        {
          kind: 'footer',
          align: 'left',
          contact: false,
          reason: say(
            'You get this because you look after the system.',
            'Recibe esta alerta porque está a cargo del sistema.',
          ),
        },
      ]),
    ]);
  },
});
