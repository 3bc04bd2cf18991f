'use server';

import { z } from 'zod';
import { action } from '@/lib/http/action';
import { createTemplate, duplicateTemplate } from '@/lib/templates/create';
import { publishVersion } from '@/lib/templates/publish';
import { saveVersion } from '@/lib/templates/save-version';
import {
  DuplicateInput,
  PublishInput,
  TemplateInput,
  TemplatePatch,
  VersionInput,
} from '@/lib/templates/schema';
import { createFromStarter, StarterUse } from '@/lib/templates/starters/create-from-starter';
import { ToSourceInput, turnToSource } from '@/lib/templates/turn-to-source';
import { deleteTemplate, updateTemplate } from '@/lib/templates/update';

const Ref = z.strictObject({ id: z.uuid() });

export const createTemplateAction = action({ may: 'templates.write' }, TemplateInput, createTemplate);

export const createFromStarterAction = action({ may: 'templates.write' }, StarterUse, createFromStarter);

export const updateTemplateAction = action(
  { may: 'templates.write' },
  z.strictObject({ ...TemplatePatch.shape, ...Ref.shape }),
  updateTemplate,
);

export const saveVersionAction = action(
  { may: 'templates.write' },
  z.strictObject({ ...VersionInput.shape, ...Ref.shape }),
  saveVersion,
);

export const publishVersionAction = action(
  { may: 'templates.write' },
  z.strictObject({ ...PublishInput.shape, ...Ref.shape }),
  publishVersion,
);

export const duplicateTemplateAction = action(
  { may: 'templates.write' },
  z.strictObject({ ...DuplicateInput.shape, ...Ref.shape }),
  duplicateTemplate,
);

export const turnToSourceAction = action(
  { may: 'templates.write' },
  z.strictObject({ ...ToSourceInput.shape, ...Ref.shape }),
  turnToSource,
);

export const deleteTemplateAction = action({ may: 'templates.write' }, Ref, deleteTemplate);
