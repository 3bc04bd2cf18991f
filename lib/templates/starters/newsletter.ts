import { richText } from '../blocks/rich-text/write';
import { defineStarter } from './starter';
import { needed, optional } from './variables';
import { given, row, write } from './write';

/** A small newspaper: masthead between rules, the title as a headline, articles one after another with their numbers. */
export const newsletter = defineStarter({
  key: 'newsletter',
  category: 'newsletters',
  title: { en: 'Newsletter', es: 'Boletín' },
  variables: [
    needed('title', 'text', 'Lo que viene en el verano', 'Title', 'Título'),
    needed(
      'articles',
      'list',
      [
        {
          title: 'Nuevo horario de atención',
          text: 'Desde el 1 de diciembre abrimos también los sábados por la tarde, de 14 a 18.',
          url: 'https://sanrafael.example/horario',
        },
        {
          title: 'Tres recetas para el calor',
          text: 'Tereré con yuyos frescos, ensalada de mango y un helado que no necesita máquina.',
          url: 'https://sanrafael.example/recetas',
        },
        {
          title: 'Gracias por un gran año',
          text: 'Plantamos 400 árboles con su ayuda. Le contamos dónde crecen.',
          url: 'https://sanrafael.example/arboles',
        },
      ],
      'Articles (title, text, url)',
      'Artículos (title, text, url)',
    ),
    optional(
      'intro',
      'text',
      'Diciembre llega con cambios, sabores y una noticia que nos alegra.',
      'Introduction',
      'Introducción',
    ),
    optional('issue', 'text', 'N.º 12', 'Issue', 'Edición'),
  ],
  subject: { en: '{{ title }}', es: '{{ title }}' },
  preheader: {
    en: 'In this issue of {{ company.name }}: {{ articles | map: "title" | join: ", " | truncate: 60 }}',
    es: 'En esta edición de {{ company.name }}: {{ articles | map: "title" | join: ", " | truncate: 60 }}',
  },
  sms: {
    en: '{{ company.name }}: {{ title }}. Stop: {{ unsubscribe_url }}',
    es: '{{ company.name }}: {{ title }}. Baja: {{ unsubscribe_url }}',
  },
  document: (say) =>
    write(
      { page: 'warm', corners: 'square', accent: '#7c2d12', headings: 'serif', font: 'serif', width: 620 },
      [
        row({ surface: 'page', padding: [36, 40, 12] }, [
          { kind: 'divider', look: 'thick', space: [0, 10] },
          { kind: 'header', align: 'center', size: 'large', font: 'serif', space: [0, 4] },
          {
            kind: 'text',
            align: 'center',
            size: 'small',
            muted: true,
            content: richText(
              say(
                '{{ now | date: "long" }}{% if issue %} · {{ issue }}{% endif %}',
                '{{ now | date: "long" }}{% if issue %} · {{ issue }}{% endif %}',
              ),
            ),
            space: [0, 10],
          },
          { kind: 'divider' },
        ]),
        row({ surface: 'page', padding: [28, 40, 12] }, [
          { kind: 'heading', level: 1, size: 'display', text: '{{ title }}' },
          { kind: 'text', size: 'large', showIf: given('intro'), content: richText('_{{ intro }}_') },
        ]),
        row(
          {
            surface: 'page',
            padding: [16, 40, 12],
            repeat: { each: 'articles', as: 'article' },
            together: true,
            gap: 8,
          },
          {
            width: 16,
            blocks: [{ kind: 'figure', value: '{{ forloop.index }}' }],
          },
          {
            width: 84,
            blocks: [
              { kind: 'heading', level: 2, text: '{{ article.title }}', space: [6, 8] },
              { kind: 'text', content: richText('{{ article.text }}'), space: [0, 8] },
              {
                kind: 'text',
                showIf: given('article.url'),
                content: richText(
                  say(
                    '[Read “{{ article.title }}”]({{ article.url }})',
                    '[Leer «{{ article.title }}»]({{ article.url }})',
                  ),
                ),
              },
            ],
          },
        ),
        row({ surface: 'page', padding: [20, 40, 40] }, [
          { kind: 'divider', look: 'thick', space: [0, 20] },
          {
            kind: 'social',
            links: [
              { name: 'Instagram', href: 'https://www.instagram.com/' },
              { name: 'Facebook', href: 'https://www.facebook.com/' },
            ],
          },
          {
            kind: 'footer',
            unsubscribe: true,
            reason: say(
              'You get this because you asked for our newsletter.',
              'Recibe este boletín porque lo pidió.',
            ),
          },
        ]),
      ],
    ),
});
