import { expect, it } from 'vitest';
import { CampaignInput, type CampaignView } from '@/lib/campaigns/schema';
import { CampaignForm, formOf, inputOf } from './campaign-form';

it('saved as it is, a campaign stays as a program made it', () => {
  const made = CampaignInput.parse({
    title: 'News',
    template: 'news',
    audience: {},
    budget: { amount: '5', hard: false },
    variants: [{ fromName: 'Ana' }, { template: 'other' }, { subject: 'C', preheader: 'P' }],
    test: { percent: 20, metric: 'opens', waitHours: 4 },
  });
  const stored = made as unknown as CampaignView;
  const { subjectB: _none, ...typed } = formOf(stored);
  const blank = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''));
  const { company: _company, ...known } = made;
  expect(CampaignInput.parse(inputOf(CampaignForm.parse(blank), stored))).toEqual(known);
});
