'use server';

import { action } from '@/lib/http/action';
import { PauseInput, pausePriorities } from '@/lib/messages/pause';

export const pausePrioritiesAction = action({ role: 'technician' }, PauseInput, pausePriorities);
