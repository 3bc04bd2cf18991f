import { ConfigurationDocument } from '@/lib/configuration/document';
import {
  AppliedAnswer,
  ConfigurationAnswer,
  ConfigurationVersionAnswer,
  JsonSchemaAnswer,
  RestoredAnswer,
  ThingsAnswer,
  VersionsAnswer,
} from '../answers/config';
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
    fields: {
      format: '`json`, or `yaml` as a file.',
      section: 'Only these, such as `providers`.',
      name: 'Only this one of the section, such as `Office`.',
      company: 'With a name: the key of the company whose it is.',
    },
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
      expectVersion:
        'Only as long as everything is as this version has it; else 409 `changed_meanwhile`, with the places that are otherwise by now.',
      base: 'The version that the document was written over. What only others changed since stays as they have it; what both changed is refused with 409 `changed_meanwhile` and its places. A dry run tells them as `conflicts`. Send the newest version to overrule what others changed.',
    },
    errors: ['conflict', 'changed_meanwhile'],
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
    fields: { language: 'Of what it says of each field.' },
  },
  'GET /api/v1/config/things': {
    id: 'listConfigurationThings',
    tag: 'settings',
    summary: 'List what the document has in it',
    description: 'By section and name, to get one of them alone.',
    answer: ThingsAnswer,
  },
  'GET /api/v1/config/versions': {
    id: 'listConfigurationVersions',
    tag: 'settings',
    summary: 'List the versions of all that is configured',
    description: 'Each change makes one: who, when and what. The newest first.',
    answer: VersionsAnswer,
    fields: { cursor: 'The number of the last one that was told.' },
  },
  'GET /api/v1/config/versions/[number]': {
    id: 'getConfigurationVersion',
    tag: 'settings',
    summary: 'Get what a version changed',
    description: 'Or how it differs from any other one.',
    answer: ConfigurationVersionAnswer,
    fields: { against: 'Compare with this version instead of the one before.' },
    example: { params: { number: '1' } },
  },
  'GET /api/v1/config/versions/[number]/document': {
    id: 'exportConfigurationVersion',
    tag: 'settings',
    summary: 'Get all that was configured then, as one document',
    description: 'Secrets are named and never told; `restore` brings them back all the same.',
    answer: ConfigurationAnswer,
    fields: { format: '`json`, or `yaml` as a file.' },
    example: { params: { number: '1' } },
  },
  'POST /api/v1/config/versions/[number]/restore': {
    id: 'restoreConfigurationVersion',
    tag: 'settings',
    summary: 'Make everything as it was configured then',
    description:
      'Or one thing alone. What got another name gets its old one back, what was deleted is made anew with its secrets, what was added since is deleted. It makes a version of its own, so that it can be undone as well.',
    answer: RestoredAnswer,
    fields: {
      dryRun: 'Say what would be done, and keep nothing of it.',
      expectVersion:
        'Only as long as everything is as this version has it, such as `from` of a dry run; else 409 `changed_meanwhile`.',
      only: 'One thing alone, as it was called then: `{ "section": "providers", "name": "Office" }`, of a company with its key as `company`; for `settings` the name is empty. All others stay as they are.',
    },
    errors: ['conflict', 'changed_meanwhile'],
    example: { params: { number: '1' }, body: { dryRun: true, only: { section: 'settings', name: '' } } },
  },
};
