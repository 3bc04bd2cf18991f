import { LIST_ROUTES } from './list-routes';
import * as campaignsByIdApprove from './v1/campaigns/[id]/approve/route';
import * as campaignsByIdAskApproval from './v1/campaigns/[id]/ask-approval/route';
import * as campaignsByIdCheck from './v1/campaigns/[id]/check/route';
import * as campaignsByIdDecide from './v1/campaigns/[id]/decide/route';
import * as campaignsByIdDecline from './v1/campaigns/[id]/decline/route';
import * as campaignsByIdDuplicate from './v1/campaigns/[id]/duplicate/route';
import * as campaignsByIdPause from './v1/campaigns/[id]/pause/route';
import * as campaignsByIdPicture from './v1/campaigns/[id]/picture/route';
import * as campaignsByIdPublish from './v1/campaigns/[id]/publish/route';
import * as campaignsByIdRecipientsList from './v1/campaigns/[id]/recipients/list/route';
import * as campaignsByIdRecipients from './v1/campaigns/[id]/recipients/route';
import * as campaignsByIdRecipientsCsv from './v1/campaigns/[id]/recipients.csv/route';
import * as campaignsByIdResend from './v1/campaigns/[id]/resend/route';
import * as campaignsByIdResult from './v1/campaigns/[id]/result/route';
import * as campaignsByIdResume from './v1/campaigns/[id]/resume/route';
import * as campaignsById from './v1/campaigns/[id]/route';
import * as campaignsByIdStart from './v1/campaigns/[id]/start/route';
import * as campaignsByIdStop from './v1/campaigns/[id]/stop/route';
import * as campaignsByIdTest from './v1/campaigns/[id]/test/route';
import * as campaignsByIdUnpublish from './v1/campaigns/[id]/unpublish/route';
import * as campaigns from './v1/campaigns/route';

/** Those of campaigns, and of whom they are for; a part of `routes.ts`. */
export const CAMPAIGN_ROUTES = {
  ...LIST_ROUTES,
  '/api/v1/campaigns': campaigns,
  '/api/v1/campaigns/[id]': campaignsById,
  '/api/v1/campaigns/[id]/check': campaignsByIdCheck,
  '/api/v1/campaigns/[id]/test': campaignsByIdTest,
  '/api/v1/campaigns/[id]/ask-approval': campaignsByIdAskApproval,
  '/api/v1/campaigns/[id]/approve': campaignsByIdApprove,
  '/api/v1/campaigns/[id]/decline': campaignsByIdDecline,
  '/api/v1/campaigns/[id]/start': campaignsByIdStart,
  '/api/v1/campaigns/[id]/pause': campaignsByIdPause,
  '/api/v1/campaigns/[id]/resume': campaignsByIdResume,
  '/api/v1/campaigns/[id]/stop': campaignsByIdStop,
  '/api/v1/campaigns/[id]/decide': campaignsByIdDecide,
  '/api/v1/campaigns/[id]/duplicate': campaignsByIdDuplicate,
  '/api/v1/campaigns/[id]/picture': campaignsByIdPicture,
  '/api/v1/campaigns/[id]/publish': campaignsByIdPublish,
  '/api/v1/campaigns/[id]/unpublish': campaignsByIdUnpublish,
  '/api/v1/campaigns/[id]/result': campaignsByIdResult,
  '/api/v1/campaigns/[id]/resend': campaignsByIdResend,
  '/api/v1/campaigns/[id]/recipients': campaignsByIdRecipients,
  '/api/v1/campaigns/[id]/recipients.csv': campaignsByIdRecipientsCsv,
  '/api/v1/campaigns/[id]/recipients/list': campaignsByIdRecipientsList,
};
