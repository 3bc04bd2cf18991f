/** What bounce handlers of others know of recipients. */
export const RULES_OF_BOUNCES = String.raw`
# github.com: rules and samples of the bounce handlers MailPress, bouncefetch, BounceClassifier (Vda), phpList and of a queue tool for Postfix; quotes of forums and logs
rcpt | gone | 550-Mailbox unknown.  Either there is no mailbox associated with this\n550-name or you do not have authorization to see it.\n550 5.1.1 User unknown
rcpt | later | 450 4.1.1 <ana@example.com>: Recipient address rejected: unverified address: Mailbox might be disabled, full, or may not exist on the server. Reason: JFE030050
rcpt | later | 450 4.2.1 Mailbox busy
rcpt | later | 451 4.7.1 <ana@example.fm>: Recipient address rejected: User is over quota, try again later
rcpt | later | 421 4.7.1 RCP-T4 http://postmaster.facebook.com/response_codes?ip=203.0.113.9#unavailable Recipient account is unavailable
rcpt | later | 452 4.2.2 Over quota SESSIONID=<cyrus-4311-1488438658-1>
rcpt | later | 452 <ana@example.com>: Recipient address rejected: Domain not active [1DJID10L9700]
rcpt | gone | 521 5.1.2 Domain does not exist: gmail.col
rcpt | gone | 501 5.1.5 Recipient address reserved by RFC 2606
rcpt | gone | 501 Recipient syntax error
rcpt | gone | 550 5.1.1 Account not found / Nie ma takiego konta, czytaj wiecej: http://l.int.pl/4
rcpt | gone | 550 "gone": Podane konto jest zablokowane administracyjnie lub nieaktywne / This account is disabled or not yet active (#5.1.1)
rcpt | gone | 550 5.1.6 user no longer on system:gone@example.com
rcpt | gone | 550 5.2.1 user disabled; cannot receive new mail:gone@example.com
rcpt | gone | 550 5.2.1 RACT 203.0.113.25: Mailbox is inactive: <gone@example.com>
rcpt | gone | 550 Mailbox gone@example.com is locked due to inactivity for more than 6 months
data | later | 552 5.2.2 This message could not be delivered because the recipient's mailbox is full. Please try again later or contact the recipient directly. See https://senders.yahooinc.com/smtp-error-codes#mailbox-full for more information
data | gone | 550 permanent failure for one or more recipients (gone@example.com:550 5.1.1 The email account that you tried to reach does not exist. Please try)
data | gone | 550 permanent failure for one or more recipients (gone@example.com:blocked)
data | gone | 554 30 Sorry, your message to gone@yahoo.com cannot be delivered. This mailbox is disabled (554.30).
rcpt | gone | 550-Callout verification failed:\n550 550 invalid recipient
rcpt | gone | 553 <gone@example.com> address unknown.
rcpt | gone | 550-5.1.1 gone@example.com recipient rejected. Recipient does not\n550 5.1.1 exist. 0A0B
rcpt | gone | 550 NOACTIVITY: Sorry, no recipient activity since 2019
rcpt | gone | 554 You have attempted to deliver to a bogus and forged e-mail address
rcpt | gone | 550 gone@example.com Account blocked due to inactivity
rcpt | gone | 540 5.7.1 <gone@example.com>: Recipient address rejected: Your emails has been returned because the intented recipient's email account has been suspended.
rcpt | gone | 540 5.7.1 <gone@example.com>: Recipient address rejected: Account locked by abuse team
rcpt | gone | 554 5.7.1 User gone@example.com should log in to enable receiving the mail
rcpt | gone | 554 5.7.1 User gone@example.com cannot receive email
rcpt | gone | 550 "Error 60: No mailbox"
rcpt | gone | 550 Mailbox is blocked due to long-time inactivity
rcpt | gone | 552 gone@example.com mail receiving disabled, rejecting
rcpt | gone | 550 unable to route: no mail hosts for domain
rcpt | gone | 556 5.1.10 <gone@example.com>: Recipient address rejected: Domain example.com does not accept mail (nullMX)
rcpt | later | 451 4.2.1 mailbox temporarily disabled
rcpt | later | 451 <ana@example.com>: user unknown or mailbox full
rcpt | later | 450 4.1.1 <ana@example.com>: Recipient address rejected: User unknown in virtual mailbox table
rcpt | later | 552 5.0.0 User mailbox is overquota
rcpt | later | 552 full@example.com account is full (quota exceeded)
rcpt | later | 550 Quota is over for this user
rcpt | later | 550 Delivery error.Mailbox of full@example.com is FULL
rcpt | later | 522 sorry, recipient mailbox is full
rcpt | later | 451 Account full@example.com out of quota. Try later
rcpt | later | 550-Callout verification failed:\n550 550 Recipient's mailbox is full, user account inactive
rcpt | later | 552 Permanent failure, user is over quote
rcpt | later | 550 Account exceeds storage quota
rcpt | later | 550 sorry, the user's maildir has overdrawn his diskspace quota
data | later | 552 Message will exceed maximum mailbox size. Mail rejected
rcpt | later | 552 mail box space not enough
rcpt | later | 550 user has full mailbox
rcpt | later | 552 exceeded his/her quota
rcpt | later | 550 The user's space has used up.
rcpt | later | 552 recipient exceeded dropfile size quota
rcpt | later | 550 is over the maximum allowed number of messages
rcpt | later | 550 not able to receive any more mail
rcpt | later | 550 too many messages in this mailbox
rcpt | later | 552 Storage quota reached
rcpt | gone | 550 all relevant MX records point to non-existent hosts
rcpt | gone | 550 gone is not one of our own addresses or at least syntactically incorrect.
rcpt | gone | 550 no recipients for your mail here
rcpt | gone | 550 user account is expired
rcpt | gone | 550 User hasn't entered during last 180 days
rcpt | gone | 550 recipient never logged onto their free AIM Mail account
rcpt | gone | 550 inactive on this domain
rcpt | gone | 550 not an active address
rcpt | gone | 550 destination addresses were unknown
rcpt | gone | 550 email name is not found
rcpt | gone | 550 invalid domain mailbox user
rcpt | gone | 550 Invalid final delivery user
rcpt | gone | 550 isn't in my list of allowed recipients
rcpt | gone | 550 does not have a final email delivery point
rcpt | gone | 550 not a recognised email account
rcpt | gone | 550 not known at this site
rcpt | gone | 550 The mailbox is not available on this system
rcpt | gone | 550 The recipient name is not recognized
rcpt | gone | 550 This address does not receive mail
rcpt | gone | 550 This Gmail user does not exist
rcpt | gone | 550 Unknown destination address
rcpt | gone | 550 User reject the mail
rcpt | gone | 550 email has changed
rcpt | gone | 550 deactivated due to abuse
rcpt | gone | 550 No such domain at this location
rcpt | gone | 550 illegal host/domain
rcpt | gone | 550 Domain not used for mail
rcpt | gone | 550 Domain does not exist, please check your spelling
rcpt | later | 550 da die Kapazität des Empfänger E-Mail Postfaches erschöpft ist.
rcpt | gone | 550 niemand unter dieser Adresse bekannt
rcpt | gone | 550 Die eingegebene E-Mail-Adresse konnte nicht gefunden werden
rcpt | gone | 550 Die E-Mail-Adresse des Empfängers wurde im E-Mail-System des Empfängers nicht gefunden
rcpt | gone | 550 this useraccount is locked
rcpt | later | 451 Please try again later.
rcpt | gone | 550 Mailaddress is administratively disabled
`;
