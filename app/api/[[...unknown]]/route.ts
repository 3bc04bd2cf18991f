import { AppError } from '@/lib/errors';
import { problemResponse } from '@/lib/http/problem';
import { requestIdOf } from '@/lib/http/request-id';

/** Of programs that ask for what is not there. Without it Next makes a page, whose reader of forms takes what no route of ours does. */
function answerUnknown(request: Request): Response {
  const error = new AppError('not_found', 'There is nothing at this address.');
  return problemResponse(error, requestIdOf(request.headers));
}

export {
  answerUnknown as DELETE,
  answerUnknown as GET,
  answerUnknown as OPTIONS,
  answerUnknown as PATCH,
  answerUnknown as POST,
  answerUnknown as PUT,
};
