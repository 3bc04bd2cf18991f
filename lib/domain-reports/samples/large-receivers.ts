import { BEGIN, END, gz, type Sample, zip } from './sample';

/** Shapes after the schemas, and as public collections show these receivers' own (the samples of parsedmarc and of Mail::DMARC); names are ours. */
export const LARGE_RECEIVERS: Sample[] = [
  {
    maker: 'Google: zip, no version, no namespace, `np`, one result',
    of: 'RFC 7489 appendix C; files named google.com!domain!begin!end.zip',
    file: zip({
      name: 'google.com!clinic.example.xml',
      content: Buffer.from(`<?xml version="1.0" encoding="UTF-8" ?>
<feedback>
  <report_metadata>
    <org_name>google.com</org_name>
    <email>noreply-dmarc-support@google.com</email>
    <extra_contact_info>https://support.google.com/a/answer/2466580</extra_contact_info>
    <report_id>00123456789012345678</report_id>
    <date_range><begin>${BEGIN}</begin><end>${END}</end></date_range>
  </report_metadata>
  <policy_published>
    <domain>clinic.example</domain><adkim>r</adkim><aspf>r</aspf><p>none</p><sp>quarantine</sp><pct>100</pct><np>reject</np>
  </policy_published>
  <record>
    <row>
      <source_ip>192.0.2.7</source_ip><count>41</count>
      <policy_evaluated><disposition>none</disposition><dkim>pass</dkim><spf>pass</spf></policy_evaluated>
    </row>
    <identifiers><header_from>clinic.example</header_from></identifiers>
    <auth_results>
      <dkim><domain>clinic.example</domain><result>pass</result><selector>relevo1</selector></dkim>
      <spf><domain>bounces.clinic.example</domain><result>pass</result></spf>
    </auth_results>
  </record>
  <record>
    <row>
      <source_ip>203.0.113.99</source_ip><count>3</count>
      <policy_evaluated><disposition>none</disposition><dkim>fail</dkim><spf>fail</spf></policy_evaluated>
    </row>
    <identifiers><header_from>clinic.example</header_from></identifiers>
    <auth_results><spf><domain>spam.example</domain><result>none</result></spf></auth_results>
  </record>
</feedback>`),
    }),
    expected: {
      reporter: 'google.com',
      reportId: '00123456789012345678',
      messages: 44,
      passed: 41,
      rows: 2,
      policy: { policy: 'none', subdomains: 'quarantine', testing: false },
      first: {
        address: '192.0.2.7',
        dkim: true,
        spf: true,
        dkimDomain: 'clinic.example',
        spfDomain: 'bounces.clinic.example',
      },
    },
  },
  {
    maker: 'Microsoft: gzip, namespaces of XML Schema on the root, envelope_to',
    of: 'RFC 7489 appendix C (identifiers/envelope_to)',
    file: gz(`<?xml version="1.0"?>
<feedback xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><version>1.0</version><report_metadata><org_name>Enterprise Outlook</org_name><email>dmarcreport@microsoft.com</email><report_id>0a1b2c3d4e5f60718293a4b5c6d7e8f9</report_id><date_range><begin>${BEGIN}</begin><end>${END + 1}</end></date_range></report_metadata><policy_published><domain>clinic.example</domain><adkim>r</adkim><aspf>r</aspf><p>quarantine</p><sp>quarantine</sp><pct>100</pct><fo>0</fo></policy_published><record><row><source_ip>198.51.100.4</source_ip><count>1</count><policy_evaluated><disposition>none</disposition><dkim>pass</dkim><spf>fail</spf></policy_evaluated></row><identifiers><envelope_to>outlook.com</envelope_to><envelope_from>list.example.net</envelope_from><header_from>clinic.example</header_from></identifiers><auth_results><dkim><domain>clinic.example</domain><selector>relevo1</selector><result>pass</result></dkim><spf><domain>list.example.net</domain><scope>mfrom</scope><result>pass</result></spf></auth_results></record></feedback>`),
    expected: {
      reporter: 'Enterprise Outlook',
      reportId: '0a1b2c3d4e5f60718293a4b5c6d7e8f9',
      messages: 1,
      passed: 1,
      policy: { policy: 'quarantine', subdomains: 'quarantine', testing: false },
      first: { dkim: true, spf: false, spfResult: 'pass', spfDomain: 'list.example.net' },
    },
  },
  {
    maker: 'Yahoo: gzip, policy without sp and fo, two signatures of which one is another domain',
    of: 'RFC 7489 appendix C: dkim minOccurs 0, maxOccurs unbounded',
    file: gz(`<?xml version="1.0"?>
<feedback>
  <report_metadata>
    <org_name>Yahoo</org_name>
    <email>dmarchelp@yahooinc.com</email>
    <report_id>1764000000.123456</report_id>
    <date_range>
      <begin>${BEGIN}</begin>
      <end>${END}</end>
    </date_range>
  </report_metadata>
  <policy_published>
    <domain>clinic.example</domain>
    <adkim>r</adkim>
    <aspf>r</aspf>
    <p>none</p>
    <pct>100</pct>
  </policy_published>
  <record>
    <row>
      <source_ip>198.51.100.20</source_ip>
      <count>12</count>
      <policy_evaluated>
        <disposition>none</disposition>
        <dkim>pass</dkim>
        <spf>fail</spf>
      </policy_evaluated>
    </row>
    <identifiers>
      <header_from>clinic.example</header_from>
    </identifiers>
    <auth_results>
      <dkim><domain>sender.example.org</domain><selector>s1</selector><result>pass</result></dkim>
      <dkim><domain>clinic.example</domain><selector>s1</selector><result>pass</result></dkim>
      <spf><domain>em123.sender.example.org</domain><result>pass</result></spf>
    </auth_results>
  </record>
</feedback>`),
    expected: {
      reporter: 'Yahoo',
      reportId: '1764000000.123456',
      messages: 12,
      passed: 12,
      policy: { policy: 'none', subdomains: null, testing: false },
      first: { dkim: true, dkimDomain: 'clinic.example' },
    },
  },
  {
    maker: 'Mail.ru: zip with a folder, several reasons, an empty envelope_from, comments in the text',
    of: 'RFC 7489 appendix C: reason maxOccurs unbounded; RFC 9990 identifiers: envelope_from may be empty',
    file: zip(
      { name: 'mail.ru/', content: Buffer.alloc(0) },
      {
        name: 'mail.ru/mail.ru!clinic.example.xml',
        content: Buffer.from(`<?xml version="1.0" encoding="utf-8"?>
<!-- made by hand -->
<feedback><report_metadata><org_name>Mail.Ru</org_name><email>dmarc_support@corp.mail.ru</email><extra_contact_info>https://help.mail.ru/mail-help</extra_contact_info><report_id>48371902837465019283</report_id><date_range><begin>${BEGIN}</begin><end>${END}</end></date_range></report_metadata><policy_published><domain>clinic.example</domain><adkim>r</adkim><aspf>s</aspf><p>reject</p><sp>reject</sp><pct>100</pct></policy_published><record><row><source_ip>203.0.113.5</source_ip><count>2</count><policy_evaluated><disposition>none</disposition><dkim>fail</dkim><spf>fail</spf><reason><type>mailing_list</type></reason><reason><type>local_policy</type><comment>arc=pass</comment></reason></policy_evaluated></row><identifiers><envelope_from></envelope_from><header_from>clinic.example</header_from></identifiers><auth_results><dkim><domain>clinic.example</domain><selector>relevo1</selector><result>fail</result><human_result>body hash did not verify</human_result></dkim><spf><domain>lists.example.net</domain><scope>helo</scope><result>pass</result></spf></auth_results></record></feedback>`),
      },
    ),
    expected: {
      reporter: 'Mail.Ru',
      reportId: '48371902837465019283',
      messages: 2,
      passed: 0,
      policy: { policy: 'reject', subdomains: 'reject', testing: false },
      first: {
        dkimResult: 'fail',
        dkimDomain: 'clinic.example',
        spfResult: 'pass',
        spfDomain: 'lists.example.net',
        override: 'mailing_list',
      },
    },
  },
  {
    maker: 'Amazon SES: gzip without an XML declaration, disposition quarantine',
    of: 'RFC 7489 appendix C',
    file: gz(
      `<feedback><version>1.0</version><report_metadata><org_name>AMAZON-SES</org_name><email>postmaster@amazonses.com</email><report_id>7c1e6a30-0000-4000-8000-1d2e3f405162</report_id><date_range><begin>${BEGIN}</begin><end>${END + 1}</end></date_range></report_metadata><policy_published><domain>clinic.example</domain><adkim>r</adkim><aspf>r</aspf><p>quarantine</p><sp>quarantine</sp><pct>50</pct></policy_published><record><row><source_ip>203.0.113.77</source_ip><count>7</count><policy_evaluated><disposition>quarantine</disposition><dkim>fail</dkim><spf>fail</spf></policy_evaluated></row><identifiers><envelope_from>spam.example</envelope_from><header_from>clinic.example</header_from></identifiers><auth_results><spf><domain>spam.example</domain><result>softfail</result></spf></auth_results></record></feedback>`,
    ),
    expected: {
      reporter: 'AMAZON-SES',
      reportId: '7c1e6a30-0000-4000-8000-1d2e3f405162',
      messages: 7,
      passed: 0,
      first: { disposition: 'quarantine', dkimResult: null, spfResult: 'softfail' },
    },
  },
  {
    maker: 'Comcast: plain XML, results in capitals, blanks within values, IPv6',
    of: 'RFC 7489 appendix C: IPAddress of both families',
    file: Buffer.from(`<?xml version="1.0" encoding="US-ASCII"?>
<feedback><version> 1.0 </version><report_metadata><org_name> comcast.net </org_name><email>dmarc_support@comcast.net</email><report_id> v1-1764000000-clinic.example </report_id><date_range><begin> ${BEGIN} </begin><end> ${END} </end></date_range></report_metadata><policy_published><domain>CLINIC.EXAMPLE.</domain><p>None</p></policy_published><record><row><source_ip>2001:DB8:0:0:0:0:0:7</source_ip><count> 9 </count><policy_evaluated><disposition>None</disposition><dkim>Pass</dkim><spf>Fail</spf></policy_evaluated></row><identifiers><header_from>News.Clinic.Example</header_from></identifiers><auth_results><dkim><domain>Clinic.Example</domain><result>Pass</result></dkim><spf><domain>clinic.example</domain><result>HardFail</result></spf></auth_results></record></feedback>`),
    expected: {
      reporter: 'comcast.net',
      reportId: 'v1-1764000000-clinic.example',
      messages: 9,
      passed: 9,
      first: {
        address: '2001:db8::7',
        headerFrom: 'news.clinic.example',
        dkim: true,
        spf: false,
        spfResult: 'fail',
      },
    },
  },
];
