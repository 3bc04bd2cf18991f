import { richText } from '../blocks/rich-text/write';
import { defineStarter } from './starter';
import { needed, optional } from './variables';
import { given, row, write } from './write';

/** A sheet of paper beside what stands on it: the document as an object one can take. */
export const documentCreated = defineStarter({
  key: 'document-created',
  category: 'documents',
  title: { en: 'Document created', es: 'Documento creado' },
  variables: [
    needed('document_type', 'text', 'Presupuesto', 'Kind of document', 'Tipo de documento'),
    needed('document_number', 'text', 'P-2026-0318', 'Number', 'Número'),
    needed(
      'document_url',
      'url',
      'https://taller.example/documentos/318',
      'Address of the document',
      'Dirección del documento',
    ),
    optional('issued_on', 'date', '2026-11-27', 'Date', 'Fecha'),
    optional('total', 'money', 1450000, 'Total', 'Total'),
    optional('vehicle', 'text', 'Toyota Hilux 2019 · ABC 123', 'Vehicle', 'Vehículo'),
    optional('note', 'text', 'Válido por 15 días. Incluye repuestos originales.', 'Note', 'Nota'),
  ],
  subject: {
    en: 'New document: {{ document_type }} {{ document_number }}',
    es: 'Nuevo documento: {{ document_type }} {{ document_number }}',
  },
  preheader: {
    en: 'It is ready to be viewed and downloaded. You need no password.',
    es: 'Ya puede verlo y descargarlo. No necesita contraseña.',
  },
  sms: {
    en: '{{ company.name }}: {{ document_type }} {{ document_number }} is ready: {{ document_url }}',
    es: '{{ company.name }}: {{ document_type }} {{ document_number }} ya se puede ver: {{ document_url }}',
  },
  document: (say) =>
    write({ page: 'tint', corners: 'soft', accent: '#1d4ed8' }, [
      row({ surface: 'page', padding: [36, 32, 24] }, [
        { kind: 'header', size: 'small', space: [0, 24] },
        {
          kind: 'heading',
          level: 1,
          size: 'display',
          text: say('Your document is ready', 'Su documento está listo'),
        },
      ]),
      row(
        { surface: 'page', padding: [0, 32, 8], gap: 20 },
        {
          width: 40,
          surface: 'accent',
          blocks: [
            { kind: 'heading', size: 'small', level: 2, text: '{{ document_type }}', space: [4, 8] },
            { kind: 'heading', size: 'large', level: 3, text: '{{ document_number }}', space: [0, 28] },
            {
              kind: 'text',
              size: 'small',
              content: richText(say('Issued by\n{{ company.name }}', 'Emitido por\n{{ company.name }}')),
            },
          ],
        },
        {
          width: 60,
          surface: 'plain',
          blocks: [
            {
              kind: 'facts',
              look: 'stacked',
              rows: [
                {
                  label: say('Date', 'Fecha'),
                  value: "{{ issued_on | date: 'long' }}",
                  showIf: given('issued_on'),
                },
                { label: say('Vehicle', 'Vehículo'), value: '{{ vehicle }}', showIf: given('vehicle') },
                { label: 'Total', value: '{{ total | money }}', strong: true, showIf: given('total') },
              ],
            },
            {
              kind: 'button',
              wide: true,
              label: say('Open the document', 'Abrir el documento'),
              href: '{{ document_url }}',
            },
          ],
        },
      ),
      row({ surface: 'page', padding: [16, 32, 8], showIf: given('note') }, [
        { kind: 'text', content: richText('_{{ note }}_') },
      ]),
      row({ surface: 'page', padding: [16, 32, 36] }, [
        { kind: 'divider', space: [0, 16] },
        {
          kind: 'footer',
          align: 'left',
          reason: say(
            'You get this because the document was made out to you.',
            'Recibe este mensaje porque el documento está a su nombre.',
          ),
        },
      ]),
    ]),
});
