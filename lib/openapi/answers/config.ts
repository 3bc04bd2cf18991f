import { z } from 'zod';
import type { Applied } from '@/lib/configuration/apply';
import type { Place, Step } from '@/lib/configuration/plan';
import type { Restored } from '@/lib/configuration/versions/restore';
import type { VersionLine, VersionView } from '@/lib/configuration/versions/schema';
import { answerOf, named } from '../named';
import { Count, Time } from './parts';

const touched = {
  action: z.enum(['add', 'change', 'remove']),
  section: z.string().describe('Such as `providers`.'),
  company: z.string().nullable().describe('The key of the company whose the thing is; null: shared by all.'),
  name: z.string(),
};

const StepAnswer = answerOf<Step>()(
  'ConfigurationStep',
  z.strictObject({
    ...touched,
    changes: z.array(z.strictObject({ path: z.string(), before: z.unknown(), after: z.unknown() })),
  }),
);

const applied = {
  dryRun: z.boolean(),
  added: Count,
  changed: Count,
  removed: Count,
  steps: z.array(StepAnswer),
  comments: Count.describe('How many comments are otherwise. JSON has none.'),
  conflicts: z
    .array(
      z.strictObject({
        path: z.string().describe('Such as `providers.Office.weight`.'),
        base: z.unknown(),
        theirs: z.unknown(),
        mine: z.unknown(),
        line: Count.nullable().describe('Of the text, where one was sent.'),
      }),
    )
    .describe('Of a dry run with a `base`: what somebody else changed since, too. It stays as they have it.'),
};

export const ThingsAnswer = z.strictObject({
  data: z.array(
    answerOf<Place>()(
      'ConfigurationThing',
      z.strictObject({ section: touched.section, company: touched.company, name: touched.name }),
    ),
  ),
});

export const AppliedAnswer = answerOf<Applied>()('AppliedConfiguration', z.strictObject(applied));

export const RestoredAnswer = answerOf<Restored>()(
  'RestoredConfiguration',
  z.strictObject({
    ...applied,
    from: Count.describe('The newest version before: of a dry run, send it as `expectVersion`.'),
  }),
);

const version = {
  number: Count,
  at: Time,
  by: z
    .array(
      z.strictObject({
        type: z.string().describe('`user`, `token`, `job` or `command`.'),
        id: z.string().nullable(),
        name: z.string(),
      }),
    )
    .describe('Several where they changed something at the same moment.'),
  added: Count,
  changed: Count,
  removed: Count,
};

export const VersionLineAnswer = answerOf<VersionLine>()(
  'ConfigurationVersionLine',
  z.strictObject({
    ...version,
    things: z.array(z.strictObject(touched)).describe('The first of what was changed.'),
  }),
);

export const VersionsAnswer = z.strictObject({
  data: z.array(VersionLineAnswer),
  nextCursor: Count.nullable().describe('Give it as `cursor` for the next page; null: this is the last.'),
});

export const ConfigurationVersionAnswer = answerOf<VersionView>()(
  'ConfigurationVersion',
  z.strictObject({
    ...version,
    newest: z.boolean(),
    against: Count.nullable().describe('Compared with this version; null: there is none before it any more.'),
    steps: z.array(StepAnswer).describe('What leads from that version to this one.'),
  }),
);

export const ConfigurationAnswer = named(
  'Configuration',
  z.looseObject({
    relevo: z.literal(1),
    settings: z.unknown(),
    providers: z.record(z.string(), z.unknown()),
  }),
);

export const JsonSchemaAnswer = named('ConfigurationSchema', z.looseObject({ title: z.string() }));
