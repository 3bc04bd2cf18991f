'use server';

import { action } from '@/lib/http/action';
import { askFigures } from '@/lib/statistics/question/ask';
import { QuestionInput } from '@/lib/statistics/question/schema';

/** It costs something each time. */
export const askFiguresAction = action({ may: 'messages.write' }, QuestionInput, askFigures);
