import { BEGIN, END, gz, type Sample, zip } from './sample';

const time = (seconds: number) => new Date(seconds * 1000).toISOString().replace('.000', '');
const range = { 'start-datetime': time(BEGIN), 'end-datetime': time(END) };
const sts = {
  'policy-type': 'sts',
  'policy-string': ['version: STSv1', 'mode: testing', 'mx: mail.clinic.example', 'max_age: 86400'],
  'policy-domain': 'clinic.example',
  'mx-host': ['mail.clinic.example'],
};

/** RFC 8460. */
export const TLS_REPORTS: Sample[] = [
  {
    maker: 'the example of the document: three kinds of failures',
    of: 'RFC 8460, appendix B',
    file: gz(
      JSON.stringify({
        'organization-name': 'Company-X',
        'date-range': range,
        'contact-info': 'sts-reporting@company-x.example',
        'report-id': '5065427c-23d3-47ca-b6e0-946ea0e8c4be',
        policies: [
          {
            policy: sts,
            summary: { 'total-successful-session-count': 5326, 'total-failure-session-count': 303 },
            'failure-details': [
              {
                'result-type': 'certificate-expired',
                'sending-mta-ip': '2001:db8:abcd:0012::1',
                'receiving-mx-hostname': 'mx1.mail.clinic.example',
                'failed-session-count': 100,
              },
              {
                'result-type': 'starttls-not-supported',
                'sending-mta-ip': '2001:db8:abcd:0013::1',
                'receiving-mx-hostname': 'mx2.mail.clinic.example',
                'receiving-ip': '203.0.113.56',
                'failed-session-count': 200,
                'additional-information':
                  'https://reports.company-x.example/report_info?id=5065427c23d3#StarttlsNotSupported',
              },
              {
                'result-type': 'validation-failure',
                'sending-mta-ip': '198.51.100.62',
                'receiving-ip': '203.0.113.58',
                'receiving-mx-hostname': 'mx-backup.mail.clinic.example',
                'failed-session-count': 3,
                'failure-reason-code': 'X509_V_ERR_PROXY_PATH_LENGTH_EXCEEDED',
              },
            ],
          },
        ],
      }),
    ),
    expected: {
      reporter: 'Company-X',
      reportId: '5065427c-23d3-47ca-b6e0-946ea0e8c4be',
      messages: 5629,
      passed: 5326,
    },
  },
  {
    maker: 'Google: gzip, no failures, no contact',
    of: 'RFC 8460 4.4: failure-details are there where something failed',
    file: gz(
      JSON.stringify({
        'organization-name': 'Google Inc.',
        'date-range': range,
        'contact-info': null,
        'report-id': '2026-11-27T00:00:00Z_clinic.example',
        policies: [
          {
            policy: sts,
            summary: { 'total-successful-session-count': 12, 'total-failure-session-count': 0 },
          },
        ],
      }),
    ),
    expected: {
      reporter: 'Google Inc.',
      reportId: '2026-11-27T00:00:00Z_clinic.example',
      messages: 12,
      passed: 12,
    },
  },
  {
    maker: 'Microsoft: plain JSON, two policies, DANE, counts as text',
    of: 'RFC 8460 4.2 (policy-type tlsa), 4.5 (media type application/tlsrpt+json)',
    file: Buffer.from(
      JSON.stringify({
        'organization-name': 'Microsoft Corporation',
        'date-range': range,
        'contact-info': 'tlsrpt-noreply@microsoft.com',
        'report-id': '133000000000000000+clinic.example',
        policies: [
          {
            policy: sts,
            summary: { 'total-successful-session-count': '3', 'total-failure-session-count': '0' },
          },
          {
            policy: { 'policy-type': 'tlsa', 'policy-domain': 'clinic.example' },
            summary: { 'total-successful-session-count': '4', 'total-failure-session-count': '2' },
            'failure-details': [{ 'result-type': 'TLSA-Invalid', 'failed-session-count': '2' }],
          },
        ],
      }),
    ),
    expected: {
      reporter: 'Microsoft Corporation',
      reportId: '133000000000000000+clinic.example',
      messages: 9,
      passed: 7,
    },
  },
  {
    maker: 'Mail.ru: zip, no policy found, without a summary',
    of: 'RFC 8460 4.2 (no-policy-found)',
    file: zip({
      name: 'mail.ru!clinic.example.json',
      content: Buffer.from(
        JSON.stringify({
          'organization-name': 'Mail.ru',
          'date-range': range,
          'report-id': '771',
          policies: [{ policy: { 'policy-type': 'no-policy-found', 'policy-domain': 'clinic.example' } }],
        }),
      ),
    }),
    expected: { reporter: 'Mail.ru', reportId: '771', messages: 0, passed: 0 },
  },
];
