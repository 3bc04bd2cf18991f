import { accountOverdue } from './account-overdue';
import { alert } from './alert';
import { bookingReminder } from './booking-reminder';
import { documentCreated } from './document-created';
import { inactiveCustomer } from './inactive-customer';
import { inspectionDue } from './inspection-due';
import { lowBalance } from './low-balance';
import { maintenanceReminder } from './maintenance-reminder';
import { newsletter } from './newsletter';
import { passwordReset } from './password-reset';
import { paymentPending } from './payment-pending';
import { receipt } from './receipt';
import type { Starter } from './starter';
import { subscriptionExpired } from './subscription-expired';
import { subscriptionExpiring } from './subscription-expiring';
import { topupReceived } from './topup-received';
import { trainingReminder } from './training-reminder';
import { welcome } from './welcome';

/** What the gallery offers, in its order. A new one is one file and one line. */
export const STARTERS: readonly Starter[] = [
  receipt,
  lowBalance,
  topupReceived,
  accountOverdue,
  documentCreated,
  subscriptionExpiring,
  subscriptionExpired,
  maintenanceReminder,
  inspectionDue,
  paymentPending,
  inactiveCustomer,
  bookingReminder,
  welcome,
  passwordReset,
  trainingReminder,
  newsletter,
  alert,
];
