/** Who may what with lists and segments; a part of `access-list.ts`. */
export const LIST_ENDPOINTS = {
  'GET /api/v1/lists': 'lists:read',
  'POST /api/v1/lists': 'lists:write',
  'GET /api/v1/lists/[id]': 'lists:read',
  'PATCH /api/v1/lists/[id]': 'lists:write',
  'DELETE /api/v1/lists/[id]': 'lists:write',
  'GET /api/v1/lists/[id]/members': 'lists:read',
  'POST /api/v1/lists/[id]/members': 'lists:write',
  'DELETE /api/v1/lists/[id]/members/[contact]': 'lists:write',
  'GET /api/v1/segments': 'lists:read',
  'POST /api/v1/segments': 'lists:write',
  'POST /api/v1/segments/preview': 'lists:read, viewer',
  'GET /api/v1/segments/[id]': 'lists:read',
  'PATCH /api/v1/segments/[id]': 'lists:write',
  'DELETE /api/v1/segments/[id]': 'lists:write',
  'GET /api/v1/segments/[id]/count': 'lists:read',
};

export const LIST_ACTIONS = {
  'app/(panel)/lists/actions.ts createListAction': 'technician',
  'app/(panel)/lists/actions.ts updateListAction': 'technician',
  'app/(panel)/lists/actions.ts deleteListAction': 'technician',
  'app/(panel)/lists/actions.ts subscribeAction': 'technician',
  'app/(panel)/lists/actions.ts unsubscribeAction': 'technician',
  'app/(panel)/lists/actions.ts createSegmentAction': 'technician',
  'app/(panel)/lists/actions.ts updateSegmentAction': 'technician',
  'app/(panel)/lists/actions.ts deleteSegmentAction': 'technician',
  'app/(panel)/lists/actions.ts previewSegmentAction': 'viewer',
};
