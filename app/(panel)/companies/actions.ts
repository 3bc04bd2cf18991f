'use server';

import { z } from 'zod';
import { createCompany } from '@/lib/companies/create';
import { deleteCompany } from '@/lib/companies/delete';
import { CompanyInput, CompanyPatch } from '@/lib/companies/schema';
import { updateCompany } from '@/lib/companies/update';
import { action } from '@/lib/http/action';

const Ref = z.strictObject({ id: z.uuid() });

export const createCompanyAction = action({ may: 'companies.write' }, CompanyInput, createCompany);

export const updateCompanyAction = action(
  { may: 'companies.write' },
  z.strictObject({ ...CompanyPatch.shape, ...Ref.shape }),
  updateCompany,
);

export const deleteCompanyAction = action({ may: 'companies.write' }, Ref, deleteCompany);
