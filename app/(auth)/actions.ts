'use server';

import { ChoiceInput, judgeChoice } from '@/lib/auth/judge-choice';
import { publicAction } from '@/lib/http/public-action';

export const judgePasswordAction = publicAction({ public: 'new password' }, ChoiceInput, judgeChoice);
