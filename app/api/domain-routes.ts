import * as domainsByIdCheck from './v1/domains/[id]/check/route';
import * as domainsByIdChecks from './v1/domains/[id]/checks/route';
import * as domainsByIdDeliverabilityCheck from './v1/domains/[id]/deliverability/check/route';
import * as domainsByIdDeliverability from './v1/domains/[id]/deliverability/route';
import * as domainsByIdRotate from './v1/domains/[id]/dkim/rotate/route';
import * as domainsByIdProviders from './v1/domains/[id]/providers/route';
import * as domainsByIdRecords from './v1/domains/[id]/records/route';
import * as domainsByIdReports from './v1/domains/[id]/reports/route';
import * as domainsById from './v1/domains/[id]/route';
import * as domainsByIdSpfEvaluate from './v1/domains/[id]/spf/evaluate/route';
import * as domainsDeliverabilityCheck from './v1/domains/deliverability/check/route';
import * as domainsDeliverability from './v1/domains/deliverability/route';
import * as domainsReports from './v1/domains/reports/route';
import * as domains from './v1/domains/route';
import * as ownServersCheck from './v1/own-servers/check/route';
import * as ownServers from './v1/own-servers/route';

/** Of domains: their checks, keys, records and reports. */
export const DOMAIN_ROUTES = {
  '/api/v1/domains/[id]/check': domainsByIdCheck,
  '/api/v1/domains/[id]/checks': domainsByIdChecks,
  '/api/v1/domains/[id]/deliverability': domainsByIdDeliverability,
  '/api/v1/domains/[id]/deliverability/check': domainsByIdDeliverabilityCheck,
  '/api/v1/domains/[id]/dkim/rotate': domainsByIdRotate,
  '/api/v1/domains/[id]/providers': domainsByIdProviders,
  '/api/v1/domains/[id]/records': domainsByIdRecords,
  '/api/v1/domains/[id]/reports': domainsByIdReports,
  '/api/v1/domains/reports': domainsReports,
  '/api/v1/domains/[id]/spf/evaluate': domainsByIdSpfEvaluate,
  '/api/v1/domains/[id]': domainsById,
  '/api/v1/domains/deliverability/check': domainsDeliverabilityCheck,
  '/api/v1/domains/deliverability': domainsDeliverability,
  '/api/v1/domains': domains,
  '/api/v1/own-servers/check': ownServersCheck,
  '/api/v1/own-servers': ownServers,
};
