import { ConfigurationDocument } from '@/lib/configuration/document';
import { AppliedAnswer, ConfigurationAnswer, JsonSchemaAnswer } from '../answers/config';
import { named } from '../named';
import type { Operation } from '../operation';

named('ConfigurationDocument', ConfigurationDocument, 'input');

export const CONFIG: Record<string, Operation> = {
  'GET /api/v1/config': {
    id: 'exportConfiguration',
    tag: 'settings',
    summary: 'Get all that is configured, as one document',
    description:
      'The same as long as nothing was changed. Secrets are named and never told: `{ "set": true }`. What it answers can be sent back as it is.',
    answer: ConfigurationAnswer,
    fields: { format: '`json`, or `yaml` as a file.' },
  },
  'PUT /api/v1/config': {
    id: 'applyConfiguration',
    tag: 'settings',
    summary: 'Make everything as a document says',
    description:
      'All of it or nothing. What it leaves out stays. A secret is `{ "set": true }` to keep it, text to replace it, or sealed for this installation by `./relevo config export --sealed`.',
    answer: AppliedAnswer,
    fields: {
      dryRun: 'Say what would be done, and keep nothing of it.',
      prune: 'Also delete what is not in the sections that the document has.',
      deletes: 'Where most of a kind would be deleted: that so many things are meant to.',
    },
    errors: ['conflict'],
    example: {
      query: { dryRun: 'true' },
      body: { relevo: 1, settings: { delivery: { breaker: { openSeconds: 60 } } } },
    },
  },
  'GET /api/v1/config/schema': {
    id: 'getConfigurationSchema',
    tag: 'settings',
    summary: 'Get the JSON Schema of the document',
    description: 'For editors: names, values, and what is wrong at its line.',
    answer: JsonSchemaAnswer,
  },
};
