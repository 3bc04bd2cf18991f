'use server';

import { z } from 'zod';
import { createMailbox, deleteMailbox, updateMailbox } from '@/lib/bounces/mailboxes/change';
import { MailboxInput, MailboxPatch } from '@/lib/bounces/mailboxes/schema';
import { testMailbox } from '@/lib/bounces/mailboxes/test-mailbox';
import { action } from '@/lib/http/action';

const Ref = z.strictObject({ id: z.uuid() });

export const createMailboxAction = action({ may: 'settings.write' }, MailboxInput, createMailbox);

export const updateMailboxAction = action(
  { may: 'settings.write' },
  z.strictObject({ ...MailboxPatch.shape, ...Ref.shape }),
  updateMailbox,
);

export const deleteMailboxAction = action({ may: 'settings.write' }, Ref, deleteMailbox);

export const testMailboxAction = action({ may: 'settings.write' }, Ref, testMailbox);
