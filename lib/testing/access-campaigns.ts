import { LIST_ACTIONS, LIST_ENDPOINTS } from './access-lists';

/** Who may what with campaigns, and with whom they are for; a part of `access-list.ts`. */
export const CAMPAIGN_ENDPOINTS = {
  ...LIST_ENDPOINTS,
  'GET /api/v1/campaigns': 'campaigns:read',
  'POST /api/v1/campaigns': 'campaigns:write',
  'GET /api/v1/campaigns/[id]': 'campaigns:read',
  'PATCH /api/v1/campaigns/[id]': 'campaigns:write',
  'DELETE /api/v1/campaigns/[id]': 'campaigns:write',
  'GET /api/v1/campaigns/[id]/check': 'campaigns:read',
  'POST /api/v1/campaigns/[id]/test': 'campaigns:write',
  'POST /api/v1/campaigns/[id]/ask-approval': 'campaigns:write',
  'POST /api/v1/campaigns/[id]/approve': 'campaigns:write',
  'POST /api/v1/campaigns/[id]/decline': 'campaigns:write',
  'POST /api/v1/campaigns/[id]/start': 'campaigns:write',
  'POST /api/v1/campaigns/[id]/pause': 'campaigns:write',
  'POST /api/v1/campaigns/[id]/resume': 'campaigns:write',
  'POST /api/v1/campaigns/[id]/stop': 'campaigns:write',
  'POST /api/v1/campaigns/[id]/decide': 'campaigns:write',
  'POST /api/v1/campaigns/[id]/duplicate': 'campaigns:write',
  'GET /api/v1/campaigns/[id]/result': 'campaigns:read',
  'GET /api/v1/campaigns/[id]/recipients': 'campaigns:read',
};

export const CAMPAIGN_ACTIONS = {
  ...LIST_ACTIONS,
  'app/(panel)/campaigns/actions.ts createCampaignAction': 'technician',
  'app/(panel)/campaigns/actions.ts updateCampaignAction': 'technician',
  'app/(panel)/campaigns/actions.ts deleteCampaignAction': 'technician',
  'app/(panel)/campaigns/actions.ts askForApprovalAction': 'technician',
  'app/(panel)/campaigns/actions.ts approveCampaignAction': 'technician',
  'app/(panel)/campaigns/actions.ts declineCampaignAction': 'technician',
  'app/(panel)/campaigns/actions.ts startCampaignAction': 'technician',
  'app/(panel)/campaigns/actions.ts pauseCampaignAction': 'technician',
  'app/(panel)/campaigns/actions.ts resumeCampaignAction': 'technician',
  'app/(panel)/campaigns/actions.ts stopCampaignAction': 'technician',
  'app/(panel)/campaigns/actions.ts testCampaignAction': 'technician',
  'app/(panel)/campaigns/actions.ts decideCampaignAction': 'technician',
  'app/(panel)/campaigns/actions.ts duplicateCampaignAction': 'technician',
};
