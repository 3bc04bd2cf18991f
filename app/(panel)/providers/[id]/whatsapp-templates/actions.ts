'use server';

import { z } from 'zod';
import { action } from '@/lib/http/action';
import { bindTemplate, unbindTemplate } from '@/lib/whatsapp-templates/bind';
import { readProviderTemplates } from '@/lib/whatsapp-templates/list';
import { BindInput, SubmitInput, UnbindInput } from '@/lib/whatsapp-templates/schema';
import { submitTemplate } from '@/lib/whatsapp-templates/submit';

const id = z.uuid();

export const readTemplatesAction = action(
  { may: 'providers.write' },
  z.strictObject({ id }),
  readProviderTemplates,
);

export const bindTemplateAction = action({ may: 'providers.write' }, BindInput.extend({ id }), bindTemplate);

export const unbindTemplateAction = action(
  { may: 'providers.write' },
  UnbindInput.extend({ id }),
  unbindTemplate,
);

export const submitTemplateAction = action(
  { may: 'providers.write' },
  SubmitInput.extend({ id }),
  submitTemplate,
);
