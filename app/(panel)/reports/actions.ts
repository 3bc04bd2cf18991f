'use server';

import { z } from 'zod';
import { action } from '@/lib/http/action';
import { createReport, deleteReport, updateReport } from '@/lib/reports/change';
import { ReportInput, ReportPatch, ReportRef } from '@/lib/reports/schema';
import { sendReportNow } from '@/lib/reports/send';

export const createReportAction = action({ may: 'settings.write' }, ReportInput, createReport);

export const updateReportAction = action(
  { may: 'settings.write' },
  z.strictObject({ ...ReportPatch.shape, ...ReportRef.shape }),
  updateReport,
);

export const deleteReportAction = action({ may: 'settings.write' }, ReportRef, deleteReport);

export const sendReportAction = action({ may: 'settings.write' }, ReportRef, sendReportNow);
