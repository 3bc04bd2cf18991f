'use server';

import { z } from 'zod';
import { approveCampaign, askForApproval, declineCampaign } from '@/lib/campaigns/approval/approve';
import { publishCampaign, unpublishCampaign } from '@/lib/campaigns/archive/publish';
import { createCampaign, deleteCampaign, updateCampaign } from '@/lib/campaigns/change';
import { duplicateCampaign } from '@/lib/campaigns/copy';
import { decideCampaign } from '@/lib/campaigns/decide';
import { pauseCampaign, resumeCampaign, stopCampaign } from '@/lib/campaigns/halt';
import { listOfRecipients } from '@/lib/campaigns/people';
import { resendCampaign } from '@/lib/campaigns/resend';
import {
  ApproveInput,
  CampaignInput,
  CampaignPatch,
  DecideInput,
  DeclineInput,
  DuplicateInput,
  ListOfInput,
  ResendInput,
  StartInput,
  TestInput,
} from '@/lib/campaigns/schema';
import { startCampaign, testCampaign } from '@/lib/campaigns/start';
import { action } from '@/lib/http/action';

const Ref = z.strictObject({ id: z.uuid() });
const of = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject({ ...shape, ...Ref.shape });

export const createCampaignAction = action({ may: 'campaigns.write' }, CampaignInput, createCampaign);

export const updateCampaignAction = action(
  { may: 'campaigns.write' },
  of(CampaignPatch.shape),
  updateCampaign,
);

export const deleteCampaignAction = action({ may: 'campaigns.write' }, Ref, deleteCampaign);

export const askForApprovalAction = action({ may: 'campaigns.write' }, Ref, askForApproval);

export const approveCampaignAction = action(
  { may: 'campaigns.write' },
  of(ApproveInput.shape),
  approveCampaign,
);

export const declineCampaignAction = action(
  { may: 'campaigns.write' },
  of(DeclineInput.shape),
  declineCampaign,
);

export const startCampaignAction = action({ may: 'campaigns.write' }, of(StartInput.shape), startCampaign);

export const pauseCampaignAction = action({ may: 'campaigns.write' }, Ref, pauseCampaign);

export const resumeCampaignAction = action({ may: 'campaigns.write' }, Ref, resumeCampaign);

export const stopCampaignAction = action({ may: 'campaigns.write' }, Ref, stopCampaign);

export const testCampaignAction = action({ may: 'campaigns.write' }, of(TestInput.shape), testCampaign);

export const decideCampaignAction = action({ may: 'campaigns.write' }, of(DecideInput.shape), decideCampaign);

export const duplicateCampaignAction = action(
  { may: 'campaigns.write' },
  of(DuplicateInput.shape),
  duplicateCampaign,
);

export const resendCampaignAction = action({ may: 'campaigns.write' }, of(ResendInput.shape), resendCampaign);

export const listOfRecipientsAction = action({ may: 'lists.write' }, of(ListOfInput.shape), listOfRecipients);

export const publishCampaignAction = action({ may: 'campaigns.write' }, Ref, publishCampaign);

export const unpublishCampaignAction = action({ may: 'campaigns.write' }, Ref, unpublishCampaign);
