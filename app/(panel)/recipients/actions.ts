'use server';

import { action } from '@/lib/http/action';
import { eraseRecipient } from '@/lib/recipients/erase';
import { RecipientRef } from '@/lib/recipients/schema';

export const eraseRecipientAction = action({ may: 'security.write' }, RecipientRef, eraseRecipient);
