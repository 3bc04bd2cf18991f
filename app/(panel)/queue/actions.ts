'use server';

import { PauseInput, pausePriorities } from '@/lib/backlog/pause-priorities';
import { action } from '@/lib/http/action';

export const pausePrioritiesAction = action({ role: 'technician' }, PauseInput, pausePriorities);
