'use server';

import { action } from '@/lib/http/action';
import { eraseRecipient } from '@/lib/recipients/erase';
import { ErasableRef } from '@/lib/recipients/schema';

export const eraseRecipientAction = action({ may: 'security.write' }, ErasableRef, eraseRecipient);
