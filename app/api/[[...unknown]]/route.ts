import { randomUUID } from 'node:crypto';
import { AppError } from '@/lib/errors';
import { problemResponse } from '@/lib/http/problem';

/** Of programs that ask for what is not there. Without it Next makes a page, whose reader of forms takes what no route of ours does. */
function answerUnknown(): Response {
  return problemResponse(new AppError('not_found', 'There is nothing at this address.'), randomUUID());
}

export {
  answerUnknown as DELETE,
  answerUnknown as GET,
  answerUnknown as OPTIONS,
  answerUnknown as PATCH,
  answerUnknown as POST,
  answerUnknown as PUT,
};
