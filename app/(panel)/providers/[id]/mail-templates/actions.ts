'use server';

import { z } from 'zod';
import { action } from '@/lib/http/action';
import { TakeInput } from '@/lib/mail-templates/schema';
import { takeMailTemplate } from '@/lib/mail-templates/take';

export const takeTemplateAction = action(
  { may: 'templates.write' },
  TakeInput.extend({ id: z.uuid(), name: z.string().min(1).max(200) }),
  takeMailTemplate,
);
