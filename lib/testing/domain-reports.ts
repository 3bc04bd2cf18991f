import { BEGIN, END } from '@/lib/domain-reports/samples/sample';

type Row = {
  address: string;
  count: number;
  dkim?: 'pass' | 'fail';
  spf?: 'pass' | 'fail';
  disposition?: 'none' | 'quarantine' | 'reject';
  /** Of the envelope. */
  spfResult?: string;
  spfDomain?: string;
};

let count = 0;

/** A report of RFC 7489 in plain XML, by a reporter of its own unless told. `daysAgo`: the day that it is on. */
export function makeReport(
  domain: string,
  rows: Row[],
  {
    daysAgo = 2,
    policy = 'none',
    id = `report-${++count}`,
  }: { daysAgo?: number; policy?: string; id?: string } = {},
): Buffer {
  const shift = (daysAgo - 2) * 86_400;
  return Buffer.from(`<?xml version="1.0"?><feedback><report_metadata><org_name>reporter.example</org_name><email>a@reporter.example</email>
<report_id>${id}</report_id><date_range><begin>${BEGIN - shift}</begin><end>${END - shift}</end></date_range></report_metadata>
<policy_published><domain>${domain}</domain><p>${policy}</p></policy_published>${rows.map((row) => recordOf(domain, row)).join('')}</feedback>`);
}

function recordOf(domain: string, { address, count: messages, ...row }: Row): string {
  const { dkim = 'pass', spf = 'pass', disposition = 'none', spfResult = spf, spfDomain = domain } = row;
  return `<record><row><source_ip>${address}</source_ip><count>${messages}</count><policy_evaluated><disposition>${disposition}</disposition>
<dkim>${dkim}</dkim><spf>${spf}</spf></policy_evaluated></row><identifiers><header_from>${domain}</header_from></identifiers>
<auth_results>${dkim === 'pass' ? `<dkim><domain>${domain}</domain><result>pass</result></dkim>` : ''}<spf><domain>${spfDomain}</domain><result>${spfResult}</result></spf></auth_results></record>`;
}
