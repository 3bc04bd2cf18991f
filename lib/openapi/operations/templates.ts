import {
  DuplicateInput,
  PreviewInput,
  PublishInput,
  TemplateInput,
  TemplatePatch,
  VersionInput,
} from '@/lib/templates/schema';
import { StarterUse } from '@/lib/templates/starters/create-from-starter';
import { ToSourceInput } from '@/lib/templates/turn-to-source';
import {
  PreviewAnswer,
  StartersAnswer,
  TemplateAnswer,
  TemplatesAnswer,
  VersionAnswer,
  VersionsAnswer,
} from '../answers/templates';
import { named } from '../named';
import type { Operation } from '../operation';

named('TemplateInput', TemplateInput, 'input');
named('TemplatePatch', TemplatePatch, 'input');
named('TemplateVersionInput', VersionInput, 'input');
named('TemplatePublishInput', PublishInput, 'input');
named('TemplatePreviewInput', PreviewInput, 'input');
named('TemplateDuplicateInput', DuplicateInput, 'input');
named('TemplateStarterUse', StarterUse, 'input');
named('TemplateToSourceInput', ToSourceInput, 'input');

const LIQUID =
  'Subject, preheader, source and text may have [Liquid](https://shopify.github.io/liquid/): the declared variables, `recipient.name`, `recipient.email`, `company.name` and what else the company says of itself, `message.id`, `unsubscribe_url`, `preferences_url` and `now`; filters `money`, `date`, `number`, `plural`, `phone`, `mask` and `nl2br` write in the language of the text. All that is printed is escaped.';

const fields = {
  texts: 'By language, such as `es`.',
  variables: 'What a message must or may bring. What is used and not declared keeps it from being published.',
  note: 'Why it was changed.',
};

const body = {
  texts: {
    es: {
      subject: 'Saldo bajo: quedan {{ balance | money }}',
      preheader: 'Recargue la tarjeta de {{ student_name }}.',
      kind: 'mjml',
      source:
        '<mjml><mj-body><mj-section><mj-column><mj-text>A {{ student_name }} le quedan {{ balance | money: "PYG" }}.</mj-text><mj-button href="{{ topup_url }}">Realizar recarga</mj-button></mj-column></mj-section></mj-body></mjml>',
    },
  },
  variables: [
    { name: 'student_name', type: 'text', required: true, example: 'Sofía Benítez' },
    { name: 'balance', type: 'money', required: true, example: 4500 },
    { name: 'topup_url', type: 'url', required: true, example: 'https://canteen.example.com/topup' },
  ],
};

/** What messages are made with. */
export const TEMPLATES: Record<string, Operation> = {
  'GET /api/v1/template-starters': {
    id: 'listTemplateStarters',
    tag: 'templates',
    summary: 'List what templates begin with',
    description: 'The gallery: ready to send, in English and Spanish.',
    answer: StartersAnswer,
  },
  'POST /api/v1/template-starters': {
    id: 'createTemplateFromStarter',
    tag: 'templates',
    summary: 'Make a template of a starter',
    description: 'A draft in both languages, by the key of the starter where that is free.',
    answer: TemplateAnswer,
    fields: {
      starter: 'Its key.',
      language: 'Of the title, and for who gets it in neither language.',
      company: 'Id, key or name; null: shared by all.',
    },
    errors: ['not_found'],
    example: { body: { starter: 'welcome', language: 'es' } },
  },
  'GET /api/v1/templates': {
    id: 'listTemplates',
    tag: 'templates',
    summary: 'List templates',
    answer: TemplatesAnswer,
    fields: {
      q: 'Part of the title or key.',
      category: 'Without it all but components: those are asked for by `component`.',
      company: 'Id, key or name: its own and the shared ones.',
      archived: '`true`: those in the archive instead.',
    },
  },
  'POST /api/v1/templates': {
    id: 'createTemplate',
    tag: 'templates',
    summary: 'Add a template',
    description: `A draft: messages get it once it is published. One of the category \`component\` is a part that templates show. ${LIQUID}`,
    answer: TemplateAnswer,
    fields: { ...fields, company: 'Id, key or name; null: shared by all.', key: 'What programs call it by.' },
    errors: ['name_taken'],
    example: { body: { key: 'low-balance', title: 'Saldo bajo', category: 'balance', ...body } },
  },
  'GET /api/v1/templates/[id]': {
    id: 'getTemplate',
    tag: 'templates',
    summary: 'Get a template',
    description: 'With its newest version, and who uses it.',
    answer: TemplateAnswer,
    errors: ['not_found'],
  },
  'PATCH /api/v1/templates/[id]': {
    id: 'updateTemplate',
    tag: 'templates',
    summary: 'Change what stands beside its versions',
    description: 'What it says is changed by a new version.',
    answer: TemplateAnswer,
    fields: { archived: 'One in the archive makes no messages any more; those it has made stay.' },
    errors: ['not_found', 'changed_meanwhile'],
    example: { body: { title: 'Saldo bajo (cantina)' } },
  },
  'DELETE /api/v1/templates/[id]': {
    id: 'deleteTemplate',
    tag: 'templates',
    summary: 'Delete a template',
    description:
      'Only one of which no message is kept, and which no template shows; others go into the archive.',
    answer: null,
    errors: ['not_found', 'conflict'],
  },
  'GET /api/v1/templates/[id]/versions': {
    id: 'listTemplateVersions',
    tag: 'templates',
    summary: 'List its versions',
    description: 'Newest first. A version never changes: a message names the one it used.',
    answer: VersionsAnswer,
    errors: ['not_found'],
  },
  'POST /api/v1/templates/[id]/versions': {
    id: 'saveTemplateVersion',
    tag: 'templates',
    summary: 'Save a new version',
    description: `Also one with faults, which \`problems\` tells: they only keep it from being published. ${LIQUID}`,
    answer: TemplateAnswer,
    fields: {
      ...fields,
      basedOn: 'The newest version that was read: refused where somebody saved since.',
      publish: 'Publishes it at once.',
    },
    errors: ['not_found', 'changed_meanwhile', 'template_faulty'],
    example: { body: { ...body, note: 'Shorter', publish: true } },
  },
  'GET /api/v1/templates/[id]/versions/[number]': {
    id: 'getTemplateVersion',
    tag: 'templates',
    summary: 'Get a version',
    answer: VersionAnswer,
    errors: ['not_found'],
  },
  'POST /api/v1/templates/[id]/publish': {
    id: 'publishTemplate',
    tag: 'templates',
    summary: 'Publish a version',
    description:
      'From now on messages get it. One that was published before and replaced comes back as a new version: so a change is rolled back.',
    answer: TemplateAnswer,
    fields: { number: 'Left out: the newest.' },
    errors: ['not_found', 'template_faulty'],
  },
  'POST /api/v1/templates/[id]/preview': {
    id: 'previewTemplate',
    tag: 'templates',
    summary: 'See what a message would say',
    description: 'Drafts too. Nothing is sent.',
    answer: PreviewAnswer,
    fields: {
      number: 'Of the version; left out: the newest.',
      variables: 'Left out: its examples.',
      company: 'Whose brand it has.',
    },
    errors: ['not_found', 'variables_invalid', 'template_faulty'],
    example: {
      body: {
        variables: { student_name: 'Sofía', balance: 4500, topup_url: 'https://canteen.example.com/topup' },
      },
    },
  },
  'GET /api/v1/templates/[id]/picture': {
    id: 'showTemplate',
    tag: 'templates',
    summary: 'See a version as a page',
    description: 'With its examples, for a frame: scripts, forms and links lead nowhere.',
    answer: { file: 'text/html', description: 'The page; of a version with faults a sentence that says so.' },
    fields: { number: 'Of the version; left out: the newest.' },
    errors: ['not_found'],
  },
  'POST /api/v1/templates/[id]/source': {
    id: 'turnTemplateToSource',
    tag: 'templates',
    summary: 'Turn blocks into MJML',
    description:
      'As a new version, a draft. There is no way back: no source becomes blocks again; the versions before stay. Components stay, as `<mj-include path="component:…" />`.',
    answer: TemplateAnswer,
    fields: { basedOn: 'The newest version that was read: refused where somebody saved since.' },
    errors: ['not_found', 'changed_meanwhile'],
  },
  'POST /api/v1/templates/[id]/duplicate': {
    id: 'duplicateTemplate',
    tag: 'templates',
    summary: 'Make another that says the same',
    answer: TemplateAnswer,
    errors: ['not_found', 'name_taken'],
  },
};
