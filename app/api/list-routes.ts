import * as listsByIdMembersByContact from './v1/lists/[id]/members/[contact]/route';
import * as listsByIdMembers from './v1/lists/[id]/members/route';
import * as listsById from './v1/lists/[id]/route';
import * as lists from './v1/lists/route';
import * as segmentsByIdCount from './v1/segments/[id]/count/route';
import * as segmentsById from './v1/segments/[id]/route';
import * as segmentsPreview from './v1/segments/preview/route';
import * as segments from './v1/segments/route';

/** Those of lists and segments; a part of `routes.ts`. */
export const LIST_ROUTES = {
  '/api/v1/lists': lists,
  '/api/v1/lists/[id]': listsById,
  '/api/v1/lists/[id]/members': listsByIdMembers,
  '/api/v1/lists/[id]/members/[contact]': listsByIdMembersByContact,
  '/api/v1/segments': segments,
  '/api/v1/segments/preview': segmentsPreview,
  '/api/v1/segments/[id]': segmentsById,
  '/api/v1/segments/[id]/count': segmentsByIdCount,
};
